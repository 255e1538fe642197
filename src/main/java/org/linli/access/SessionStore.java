package org.linli.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Thing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions, in {@code access.session}. */
@Repository
class SessionStore {

    private static final String OPEN =
            """
            with gone as (delete from access.session where expires_at < :now),
            used as (
                update access.account set used_at = :now where id = :account and not :half)
            insert into access.session
                (hash, account_id, opened_at, last_seen_at, idle_minutes, expires_at, opened_with,
                half, factor_at, agent, device_id)
            values (:hash, :account, :now, :now, :idleMinutes, :expiresAt, :openedWith, :half,
                :factorAt, :agent, :device)
            returning id
            """;

    private static final String FIND =
            """
            select s.id, s.account_id, s.last_seen_at, s.idle_minutes, s.expires_at, s.opened_with,
                s.half, s.factor_at, s.device_id, d.account_id as device_account,
                d.public_key as device_key, d.status as device_status, d.seal as device_seal
            from access.session s
            left join access.device d on d.id = s.device_id
            where s.hash = :hash and (s.device_id is null or d.status = 'active')
            """;

    private static final String SEEN =
            """
            with seen as (
                update access.session set last_seen_at = :now where hash = :hash
                returning device_id)
            update access.device set last_seen_at = :now where id in (select device_id from seen)
            """;

    private static final String FACTOR_SHOWN =
            """
            update access.session set factor_at = :now where id = :id
            """;

    private static final String END =
            """
            delete from access.session where hash = :hash returning account_id
            """;

    private static final String LIST =
            """
            select id, opened_at, last_seen_at, opened_with, agent
            from access.session
            where account_id = :account and not half and expires_at > :now
                and (idle_minutes is null
                    or last_seen_at + make_interval(mins => idle_minutes) > :now)
            order by last_seen_at desc, id
            """;

    private static final String END_ONE =
            """
            delete from access.session where account_id = :account and id = :id
            """;

    private static final String END_OTHERS =
            """
            delete from access.session where account_id = :account and id <> :kept
            """;

    /** How late the note of when a session was last seen may be: saves a write per request. */
    private static final Duration NOTED_WITHIN = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final AccountStore accounts;
    private final Seals seals;
    private final BrokenSeals broken;

    SessionStore(JdbcClient sql, AccountStore accounts, Seals seals, BrokenSeals broken) {
        this.sql = sql;
        this.accounts = accounts;
        this.seals = seals;
        this.broken = broken;
    }

    /**
     * A session to be opened.
     *
     * @param idleMinutes after how long unseen it ends; null for never
     * @param factorAt when a strong factor was shown; null if none was
     * @param device the phone it is bound to; null for none
     */
    record Opening(
            String account,
            Session.OpenedWith with,
            boolean half,
            @Nullable Integer idleMinutes,
            Instant expiresAt,
            @Nullable Instant factorAt,
            String agent,
            @Nullable Long device) {}

    private record Row(
            long id,
            String account,
            Instant seen,
            @Nullable Integer idleMinutes,
            Instant expires,
            Session.OpenedWith with,
            boolean half,
            @Nullable Instant factorAt,
            long deviceId,
            Seals.@Nullable DeviceRow device,
            byte @Nullable [] deviceSeal) {

        Instant endsUnlessSeen() {
            if (idleMinutes == null) {
                return expires;
            }
            var idle = seen.plus(Duration.ofMinutes(idleMinutes));
            return idle.isBefore(expires) ? idle : expires;
        }

        Session by(Actor actor) {
            var key = device == null ? null : device.publicKey();
            return new Session(id, actor, with, half, factorAt, key);
        }
    }

    /** Opens a session and says its id. */
    long open(byte[] hash, Opening opening, Instant now) {
        var factorAt = opening.factorAt;
        return sql.sql(OPEN)
                .param("hash", hash)
                .param("account", opening.account)
                .param("now", AccountStore.at(now))
                .param("idleMinutes", opening.idleMinutes)
                .param("expiresAt", AccountStore.at(opening.expiresAt))
                .param("openedWith", opening.with.code())
                .param("half", opening.half)
                .param("factorAt", factorAt == null ? null : AccountStore.at(factorAt))
                .param("agent", opening.agent)
                .param("device", opening.device)
                .query(Long.class)
                .single();
    }

    /** The session that stands now, noting that it was used. */
    Optional<Callers.Known<Session>> find(byte[] hash, Instant now, boolean inUse) {
        return row(hash)
                .filter(session -> now.isBefore(session.endsUnlessSeen()))
                .filter(this::hasSoundDevice)
                .flatMap(session -> {
                    if (inUse && session.seen.isBefore(now.minus(NOTED_WITHIN))) {
                        seen(hash, now);
                    }
                    return accounts.find(session.account)
                            .filter(Account::active)
                            .filter(this::isSound)
                            .map(account ->
                                    new Callers.Known<>(
                                            session.by(account.actor()), session.endsUnlessSeen()));
                });
    }

    private boolean hasSoundDevice(Row session) {
        var sound =
                session.device == null
                        || session.device.account().equals(session.account)
                                && seals.holds(session.device, session.deviceSeal);
        if (!sound) {
            broken.found(session.account, Thing.DEVICE, String.valueOf(session.deviceId));
        }
        return sound;
    }

    private boolean isSound(Account account) {
        if (!account.isSound()) {
            broken.found(account.id(), Thing.ACCOUNT, account.id());
        }
        return account.isSound();
    }

    void factorShown(long id, Instant now) {
        sql.sql(FACTOR_SHOWN).param("id", id).param("now", AccountStore.at(now)).update();
    }

    /** Ends a session and says whose it was, or empty if there was none. */
    Optional<String> end(byte[] hash) {
        return sql.sql(END).param("hash", hash).query(String.class).optional();
    }

    /** The sessions of an account that stand now, the latest used first. */
    List<Sessions.Shown> list(String account, Instant now) {
        return sql.sql(LIST)
                .param("account", account)
                .param("now", AccountStore.at(now))
                .query((row, number) ->
                        new Sessions.Shown(
                                row.getLong("id"),
                                with(row.getString("opened_with")),
                                row.getString("agent"),
                                instant(row, "opened_at"),
                                instant(row, "last_seen_at")))
                .list();
    }

    /** Whether there was such a session of the account. */
    boolean end(String account, long id) {
        return sql.sql(END_ONE).param("account", account).param("id", id).update() == 1;
    }

    /**
     * Ends an account's sessions.
     *
     * @param kept the one that stays; 0 for none
     */
    void endOthers(String account, long kept) {
        sql.sql(END_OTHERS).param("account", account).param("kept", kept).update();
    }

    private void seen(byte[] hash, Instant now) {
        sql.sql(SEEN).param("hash", hash).param("now", AccountStore.at(now)).update();
    }

    private Optional<Row> row(byte[] hash) {
        return sql.sql(FIND).param("hash", hash).query(SessionStore::read).optional();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        var shown = row.getObject("factor_at", OffsetDateTime.class);
        return new Row(
                row.getLong("id"),
                row.getString("account_id"),
                instant(row, "last_seen_at"),
                row.getObject("idle_minutes", Integer.class),
                instant(row, "expires_at"),
                with(row.getString("opened_with")),
                row.getBoolean("half"),
                shown == null ? null : shown.toInstant(),
                row.getLong("device_id"),
                device(row),
                row.getBytes("device_seal"));
    }

    private static Seals.@Nullable DeviceRow device(ResultSet row) throws SQLException {
        return row.getObject("device_id") == null
                ? null
                : new Seals.DeviceRow(
                        row.getString("device_account"),
                        row.getBytes("device_key"),
                        row.getString("device_status"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Session.OpenedWith with(String code) {
        return Session.OpenedWith.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
