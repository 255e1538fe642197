package org.linli.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time codes and sessions, in {@code access.sign_in_code} and {@code access.session}. */
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

    private static final String OPEN =
            """
            with gone as (delete from access.session where expires_at < :now)
            insert into access.session
                (hash, account_id, opened_at, last_seen_at, idle_minutes, expires_at)
            values (:hash, :account, :now, :now, :idleMinutes, :expiresAt)
            """;

    private static final String FIND =
            """
            select account_id, last_seen_at, idle_minutes, expires_at
            from access.session
            where hash = :hash
            """;

    private static final String SEEN =
            """
            update access.session set last_seen_at = :now where hash = :hash
            """;

    private static final String OPENED_SINCE =
            """
            select exists (
                select 1 from access.session where account_id = :account and opened_at >= :since)
            """;

    private static final String END =
            """
            delete from access.session where hash = :hash returning account_id
            """;

    /** How late the note of when a session was last seen may be: saves a write per request. */
    private static final Duration NOTED_WITHIN = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final AccountStore accounts;

    SignInStore(JdbcClient sql, AccountStore accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    private record Session(
            String account, Instant seen, @Nullable Integer idleMinutes, Instant expires) {

        Instant endsUnlessSeen() {
            if (idleMinutes == null) {
                return expires;
            }
            var idle = seen.plus(Duration.ofMinutes(idleMinutes));
            return idle.isBefore(expires) ? idle : expires;
        }
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

    /**
     * @param idleMinutes after how long unseen it ends; null for never
     */
    void open(
            byte[] hash,
            String account,
            Instant now,
            @Nullable Integer idleMinutes,
            Instant expiresAt) {
        sql.sql(OPEN)
                .param("hash", hash)
                .param("account", account)
                .param("now", AccountStore.at(now))
                .param("idleMinutes", idleMinutes)
                .param("expiresAt", AccountStore.at(expiresAt))
                .update();
    }

    /** Who opened the session, noting that they were seen. */
    Optional<Callers.Known> caller(byte[] hash, Instant now) {
        return session(hash)
                .filter(session -> now.isBefore(session.endsUnlessSeen()))
                .flatMap(session -> {
                    if (session.seen.isBefore(now.minus(NOTED_WITHIN))) {
                        seen(hash, now);
                    }
                    return accounts.find(session.account)
                            .map(Account::actor)
                            .map(actor -> new Callers.Known(actor, session.endsUnlessSeen()));
                });
    }

    boolean openedSince(String account, Instant since) {
        return sql.sql(OPENED_SINCE)
                .param("account", account)
                .param("since", AccountStore.at(since))
                .query(Boolean.class)
                .single();
    }

    /** Ends a session and says whose it was, or empty if there was none. */
    Optional<String> end(byte[] hash) {
        return sql.sql(END).param("hash", hash).query(String.class).optional();
    }

    private void seen(byte[] hash, Instant now) {
        sql.sql(SEEN).param("hash", hash).param("now", AccountStore.at(now)).update();
    }

    private Optional<Session> session(byte[] hash) {
        return sql.sql(FIND)
                .param("hash", hash)
                .query((row, number) ->
                        new Session(
                                row.getString("account_id"),
                                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                                row.getObject("idle_minutes", Integer.class),
                                row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
