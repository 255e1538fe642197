package org.linli.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Thing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Phones and invitations to enrol them, in {@code access.device} and its neighbour. */
@Repository
class DeviceStore {

    private static final String INVITE =
            """
            with gone as (delete from access.device_invitation where expires_at < :now)
            insert into access.device_invitation (hash, account_id, issued_by, expires_at)
            values (:hash, :account, :issuedBy, :expiresAt)
            """;

    private static final String USE_INVITATION =
            """
            update access.device_invitation i
            set used_at = :now
            from access.account a
            where i.hash = :hash and i.used_at is null and i.expires_at > :now
                and a.id = i.account_id and a.active
            returning i.account_id, i.issued_by
            """;

    private static final String REPLACE =
            """
            with former as (
                update access.device
                set status = 'revoked', seal = null, changed_by = :by, changed_at = :now
                where account_id = :account and status = 'active'
                returning id)
            delete from access.session where device_id in (select id from former)
            """;

    private static final String ENROL =
            """
            insert into access.device
                (account_id, name, public_key, status, enrolled_by, enrolled_at, last_seen_at,
                changed_by, changed_at, seal)
            values (:account, :name, :key, 'active', :by, :now, :now, :by, :now, :seal)
            on conflict (public_key) do nothing
            returning id
            """;

    private static final String BY_KEY =
            """
            select id, account_id, name, status, enrolled_at, last_seen_at, public_key, seal
            from access.device
            where public_key = :key and status = 'active'
            """;

    private static final String FIND =
            """
            select id, account_id, name, status, enrolled_at, last_seen_at
            from access.device
            where id = :id
            """;

    private static final String OF_ACCOUNTS =
            """
            select id, account_id, name, status, enrolled_at, last_seen_at
            from access.device
            where account_id = any (:accounts)
            order by id desc
            """;

    private static final String CHANGE =
            """
            with sessions as (delete from access.session where device_id = :id)
            update access.device
            set status = :status, seal = :seal, changed_by = :by, changed_at = :now
            where id = :id
            """;

    private static final String SEALED =
            """
            select id, account_id, public_key, status, seal from access.device
            where id = :id
            for update
            """;

    private static final String IN_USE =
            """
            select id, account_id, public_key, status, seal from access.device
            where status <> 'revoked'
            for update
            """;

    private static final String SEAL =
            """
            update access.device set seal = :seal where id = :id
            """;

    private final JdbcClient sql;
    private final Seals seals;
    private final BrokenSeals broken;

    DeviceStore(JdbcClient sql, Seals seals, BrokenSeals broken) {
        this.sql = sql;
        this.seals = seals;
        this.broken = broken;
    }

    /** A phone by the number of its row. */
    private record Row(long id, Seals.DeviceRow device, byte @Nullable [] seal) {}

    /** Who was invited, and by whom. */
    record Invited(String account, String issuedBy) {}

    void invite(byte[] hash, String account, String issuedBy, Instant now, Instant expires) {
        sql.sql(INVITE)
                .param("hash", hash)
                .param("account", account)
                .param("issuedBy", issuedBy)
                .param("now", AccountStore.at(now))
                .param("expiresAt", AccountStore.at(expires))
                .update();
    }

    /** Uses an invitation up, or is empty if it cannot be used. */
    Optional<Invited> use(byte[] hash, Instant now) {
        return sql.sql(USE_INVITATION)
                .param("hash", hash)
                .param("now", AccountStore.at(now))
                .query((row, number) ->
                        new Invited(row.getString("account_id"), row.getString("issued_by")))
                .optional();
    }

    /** Makes the phone the account's only one; empty if its key is known already. */
    Optional<Long> enrol(Invited invited, String name, byte[] key, Instant now) {
        sql.sql(REPLACE)
                .param("account", invited.account)
                .param("by", invited.issuedBy)
                .param("now", AccountStore.at(now))
                .update();
        return sql.sql(ENROL)
                .param("account", invited.account)
                .param("name", name)
                .param("key", key)
                .param("seal", seals.of(new Seals.DeviceRow(invited.account, key, "active")))
                .param("by", invited.issuedBy)
                .param("now", AccountStore.at(now))
                .query(Long.class)
                .optional();
    }

    /** The active phone with this key, unless it was changed past Linli. */
    Optional<Device> active(byte[] key) {
        return sql.sql(BY_KEY)
                .param("key", key)
                .query(this::sound)
                .optional()
                .flatMap(device -> device);
    }

    Optional<Device> find(long id) {
        return sql.sql(FIND).param("id", id).query(DeviceStore::read).optional();
    }

    /** The phones of these accounts, the newest first. */
    List<Device> of(List<String> accounts) {
        return sql.sql(OF_ACCOUNTS)
                .param("accounts", accounts.toArray(String[]::new))
                .query(DeviceStore::read)
                .list();
    }

    /**
     * Changes a phone's status and ends its sessions. One that was changed past Linli can be
     * stopped like any other, but serves nobody again.
     */
    void change(long id, Device.Status status, String by, Instant now) {
        var row = sql.sql(SEALED).param("id", id).query(DeviceStore::row).single();
        var keeps = status != Device.Status.REVOKED && seals.holds(row.device, row.seal);
        sql.sql(CHANGE)
                .param("id", id)
                .param("status", status.code())
                .param("seal", keeps ? seals.of(row.device.with(status)) : null, Types.BINARY)
                .param("by", by)
                .param("now", AccountStore.at(now))
                .update();
    }

    /** Seals the phones that are not revoked, as they stand, and says how many there are. */
    int sealAll() {
        var used = sql.sql(IN_USE).query(DeviceStore::row).list();
        used.forEach(row ->
                sql.sql(SEAL).param("id", row.id).param("seal", seals.of(row.device)).update());
        return used.size();
    }

    private Optional<Device> sound(ResultSet result, int number) throws SQLException {
        var row = row(result, number);
        if (seals.holds(row.device, row.seal)) {
            return Optional.of(read(result, number));
        }
        broken.found(row.device.account(), Thing.DEVICE, String.valueOf(row.id));
        return Optional.empty();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var device =
                new Seals.DeviceRow(
                        row.getString("account_id"),
                        row.getBytes("public_key"),
                        row.getString("status"));
        return new Row(row.getLong("id"), device, row.getBytes("seal"));
    }

    private static Device read(ResultSet row, int number) throws SQLException {
        var status = row.getString("status");
        return new Device(
                row.getLong("id"),
                row.getString("account_id"),
                row.getString("name"),
                Device.Status.of(status)
                        .orElseThrow(() -> new IllegalStateException("No status " + status)),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
    }
}
