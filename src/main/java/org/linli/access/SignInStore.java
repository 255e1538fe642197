package org.linli.access;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time codes, in {@code access.sign_in_code}. */
@Repository
class SignInStore {

    private static final String ISSUE =
            """
            with gone as (delete from access.sign_in_code where expires_at < :now)
            insert into access.sign_in_code (hash, account_id, issued_by, issued_at, expires_at)
            values (:hash, :account, :issuedBy, :now, :expiresAt)
            """;

    private static final String USE =
            """
            update access.sign_in_code c
            set used_at = :now
            from access.account a
            where c.hash = :hash and c.used_at is null and c.expires_at > :now
                and a.id = c.account_id and a.active
            returning c.account_id
            """;

    private final JdbcClient sql;

    SignInStore(JdbcClient sql) {
        this.sql = sql;
    }

    void issue(byte[] hash, String account, String issuedBy, Instant now, Instant expiresAt) {
        sql.sql(ISSUE)
                .param("hash", hash)
                .param("account", account)
                .param("issuedBy", issuedBy)
                .param("now", AccountStore.at(now))
                .param("expiresAt", AccountStore.at(expiresAt))
                .update();
    }

    /** Uses a code up and says whose it was, or empty if it cannot be used. */
    Optional<String> use(byte[] hash, Instant now) {
        return sql.sql(USE)
                .param("hash", hash)
                .param("now", AccountStore.at(now))
                .query(String.class)
                .optional();
    }
}
