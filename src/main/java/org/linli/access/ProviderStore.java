package org.linli.access;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is who at another system, in {@code access.provider_link}. */
@Repository
class ProviderStore {

    private static final String LINK =
            """
            insert into access.provider_link (issuer, subject, account_id, linked_by, linked_at)
            values (:issuer, :subject, :account, :by, :now)
            on conflict (account_id, issuer) do update
            set subject = excluded.subject, linked_by = excluded.linked_by,
                linked_at = excluded.linked_at
            """;

    private static final String UNLINK =
            """
            delete from access.provider_link where account_id = :account and issuer = :issuer
            """;

    private static final String SUBJECT =
            """
            select subject from access.provider_link
            where account_id = :account and issuer = :issuer
            """;

    private static final String ACCOUNT =
            """
            select l.account_id
            from access.provider_link l
            join access.account a on a.id = l.account_id
            where l.issuer = :issuer and l.subject = :subject and a.active
            """;

    private final JdbcClient sql;

    ProviderStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException if the subject is somebody else's
     */
    void link(String issuer, String subject, String account, String by, Instant now) {
        sql.sql(LINK)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account)
                .param("by", by)
                .param("now", AccountStore.at(now))
                .update();
    }

    /** Whether there was a link. */
    boolean unlink(String issuer, String account) {
        return sql.sql(UNLINK).param("issuer", issuer).param("account", account).update() == 1;
    }

    /** Who an account is there. */
    Optional<String> subject(String issuer, String account) {
        return sql.sql(SUBJECT)
                .param("issuer", issuer)
                .param("account", account)
                .query(String.class)
                .optional();
    }

    /** The active account that somebody there has here. */
    Optional<String> account(String issuer, String subject) {
        return sql.sql(ACCOUNT)
                .param("issuer", issuer)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }
}
