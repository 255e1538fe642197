package org.linli.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.linli.access.factor.PasskeyCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passkeys, in {@code access.passkey}. */
@Repository
class PasskeyStore {

    private static final String ADD =
            """
            insert into access.passkey
                (account_id, credential_id, public_key, domain, user_handle, sign_count,
                backup_eligible, name, added_at)
            values (:account, :credential, :key, :domain, :userHandle, :signCount,
                :backupEligible, :name, :now)
            on conflict (credential_id) do nothing
            returning id
            """;

    private static final String LIST =
            """
            select id, name, domain, added_at, last_used_at
            from access.passkey
            where account_id = :account
            order by id
            """;

    private static final String KNOWN =
            """
            select credential_id from access.passkey
            where account_id = :account and domain = :domain
            order by id
            """;

    private static final String FIND =
            """
            select p.id, p.account_id, p.credential_id, p.public_key, p.domain, p.user_handle,
                p.sign_count, p.backup_eligible
            from access.passkey p
            join access.account a on a.id = p.account_id
            where p.credential_id = :credential and a.active
            """;

    private static final String USED =
            """
            update access.passkey
            set sign_count = :count, last_used_at = :now
            where id = :id and (sign_count < :count or sign_count = 0 and :count = 0)
            """;

    private static final String RENAME =
            """
            update access.passkey set name = :name where account_id = :account and id = :id
            """;

    private static final String LOCK =
            """
            select id from access.account where id = :account for update
            """;

    private static final String REMOVE =
            """
            delete from access.passkey where account_id = :account and id = :id
            """;

    private final JdbcClient sql;

    PasskeyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A passkey, as far as it is needed to know it again. */
    record Kept(
            long id, String account, String domain, byte[] userHandle, PasskeyCheck.Made made) {}

    /** Keeps a passkey and says its id; empty if it is somebody's already. */
    Optional<Long> add(
            String account,
            String name,
            String domain,
            byte[] userHandle,
            PasskeyCheck.Made made,
            Instant now) {
        return sql.sql(ADD)
                .param("account", account)
                .param("credential", made.credentialId())
                .param("key", made.publicKey())
                .param("domain", domain)
                .param("userHandle", userHandle)
                .param("signCount", made.signCount())
                .param("backupEligible", made.backupEligible())
                .param("name", name)
                .param("now", AccountStore.at(now))
                .query(Long.class)
                .optional();
    }

    /** An account's passkeys, the oldest first. */
    List<Passkey> of(String account) {
        return sql.sql(LIST).param("account", account).query(PasskeyStore::shown).list();
    }

    /** What an account's passkeys of a domain are known as to their authenticators. */
    List<byte[]> known(String account, String domain) {
        return sql.sql(KNOWN)
                .param("account", account)
                .param("domain", domain)
                .query((row, number) -> row.getBytes("credential_id"))
                .list();
    }

    /** The passkey of an active account that its authenticator names so. */
    Optional<Kept> find(byte[] credentialId) {
        return sql.sql(FIND).param("credential", credentialId).query(PasskeyStore::kept).optional();
    }

    /** Notes a use; false if it has been used as often before, so that there must be two of it. */
    boolean used(long id, long count, Instant now) {
        return sql.sql(USED)
                        .param("id", id)
                        .param("count", count)
                        .param("now", AccountStore.at(now))
                        .update()
                == 1;
    }

    /** Whether the account has such a passkey. */
    boolean rename(String account, long id, String name) {
        return sql.sql(RENAME)
                        .param("account", account)
                        .param("id", id)
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Lets nobody else change the account's passkeys until the transaction ends. */
    void lock(String account) {
        sql.sql(LOCK).param("account", account).query(String.class).single();
    }

    /** Whether the account had such a passkey. */
    boolean remove(String account, long id) {
        return sql.sql(REMOVE).param("account", account).param("id", id).update() == 1;
    }

    private static Passkey shown(ResultSet row, int number) throws SQLException {
        var used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Passkey(
                row.getLong("id"),
                row.getString("name"),
                row.getString("domain"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("id"),
                row.getString("account_id"),
                row.getString("domain"),
                row.getBytes("user_handle"),
                new PasskeyCheck.Made(
                        row.getBytes("credential_id"),
                        row.getBytes("public_key"),
                        row.getLong("sign_count"),
                        row.getBoolean("backup_eligible")));
    }
}
