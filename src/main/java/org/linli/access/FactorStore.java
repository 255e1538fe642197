package org.linli.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What accounts prove themselves with, in {@code access.password}, {@code access.totp} and {@code
 * access.recovery_code}.
 */
@Repository
class FactorStore {

    private static final String HELD =
            """
            select exists (select 1 from access.password where account_id = :account) as password,
                exists (
                    select 1 from access.totp
                    where account_id = :account and not pending) as totp,
                (select count(*) from access.recovery_code
                    where account_id = :account and used_at is null) as recovery_codes,
                (select count(*) from access.passkey
                    where account_id = :account) as passkeys
            """;

    private static final String PASSWORD =
            """
            select p.hash
            from access.password p
            join access.account a on a.id = p.account_id
            where a.id = :account and a.active
            """;

    private static final String SET_PASSWORD =
            """
            insert into access.password (account_id, hash, set_at)
            values (:account, :hash, :now)
            on conflict (account_id) do update set hash = excluded.hash, set_at = excluded.set_at
            """;

    private static final String BEGIN_TOTP =
            """
            insert into access.totp (account_id, pending, salt, added_at, last_step)
            values (:account, true, :salt, :now, 0)
            on conflict (account_id, pending) do update
            set salt = excluded.salt, added_at = excluded.added_at, last_step = 0
            """;

    private static final String TOTP =
            """
            select salt, last_step from access.totp
            where account_id = :account and pending = :pending
            """;

    private static final String USE_STEP =
            """
            update access.totp
            set last_step = :step
            where account_id = :account and salt = :salt and last_step < :step
            """;

    private static final String FORGET_TOTP =
            """
            delete from access.totp where account_id = :account and not pending
            """;

    private static final String CONFIRM_TOTP =
            """
            update access.totp set pending = false where account_id = :account and pending
            """;

    private static final String NEW_CODES =
            """
            with gone as (delete from access.recovery_code where account_id = :account)
            insert into access.recovery_code (hash, account_id, made_at)
            select hash, :account, :now from unnest(:hashes) hash
            """;

    private static final String USE_CODE =
            """
            update access.recovery_code
            set used_at = :now
            where hash = :hash and account_id = :account and used_at is null
            """;

    private static final String FORGET =
            """
            with codes as (delete from access.recovery_code where account_id = :account),
            totp as (delete from access.totp where account_id = :account),
            passkeys as (delete from access.passkey where account_id = :account)
            delete from access.password where account_id = :account
            """;

    private final JdbcClient sql;

    FactorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An authenticator app, as far as we know its secret. */
    record App(byte[] salt, long lastStep) {}

    Factors.Held held(String account) {
        return sql.sql(HELD)
                .param("account", account)
                .query((row, number) ->
                        new Factors.Held(
                                row.getBoolean("password"),
                                row.getBoolean("totp"),
                                row.getInt("recovery_codes"),
                                row.getInt("passkeys")))
                .single();
    }

    /** The hash of an active account's password. */
    Optional<String> password(String account) {
        return sql.sql(PASSWORD).param("account", account).query(String.class).optional();
    }

    void setPassword(String account, String hash, Instant now) {
        sql.sql(SET_PASSWORD)
                .param("account", account)
                .param("hash", hash)
                .param("now", AccountStore.at(now))
                .update();
    }

    void beginTotp(String account, byte[] salt, Instant now) {
        sql.sql(BEGIN_TOTP)
                .param("account", account)
                .param("salt", salt)
                .param("now", AccountStore.at(now))
                .update();
    }

    Optional<App> totp(String account, boolean pending) {
        return sql.sql(TOTP)
                .param("account", account)
                .param("pending", pending)
                .query(FactorStore::app)
                .optional();
    }

    /** Puts the app that waits into the place of the one before. */
    void confirmTotp(String account) {
        sql.sql(FORGET_TOTP).param("account", account).update();
        sql.sql(CONFIRM_TOTP).param("account", account).update();
    }

    /** Whether this step's code had not been used; from now on it has. */
    boolean useStep(String account, byte[] salt, long step) {
        return sql.sql(USE_STEP)
                        .param("account", account)
                        .param("salt", salt)
                        .param("step", step)
                        .update()
                == 1;
    }

    void newCodes(String account, List<byte[]> hashes, Instant now) {
        sql.sql(NEW_CODES)
                .param("account", account)
                .param("hashes", hashes.toArray(byte[][]::new))
                .param("now", AccountStore.at(now))
                .update();
    }

    /** Whether the recovery code could be used; from now on it cannot. */
    boolean useCode(String account, byte[] hash, Instant now) {
        return sql.sql(USE_CODE)
                        .param("account", account)
                        .param("hash", hash)
                        .param("now", AccountStore.at(now))
                        .update()
                == 1;
    }

    void forget(String account) {
        sql.sql(FORGET).param("account", account).update();
    }

    private static App app(ResultSet row, int number) throws SQLException {
        return new App(row.getBytes("salt"), row.getLong("last_step"));
    }
}
