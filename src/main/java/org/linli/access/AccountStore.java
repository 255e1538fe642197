package org.linli.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and posts, in {@code access.account} and {@code access.post}. */
@Repository
class AccountStore {

    private static final String ENSURE =
            """
            insert into access.account as known (id, name, active, created_at, used_at)
            values (:id, :name, true, :now, :now)
            on conflict (id) do update set name = excluded.name, active = true
            where known.name <> excluded.name or not known.active
            """;

    private static final String CREATE =
            """
            insert into access.account (id, name, active, created_at, used_at)
            values (:id, :name, true, :now, :now)
            on conflict (id) do nothing
            """;

    private static final String LOCK =
            """
            select id from access.account where id = :id for update
            """;

    private static final String UNUSED =
            """
            select exists (select 1 from access.account where id = :id and used_at <= :since)
            """;

    private static final String FIND =
            """
            select a.id, a.name, a.active, p.role, p.area_code, p.area_path, p.unit_code,
                p.valid_from, p.seal
            from access.account a
            left join access.post p on p.account_id = a.id and p.valid_to is null
            where a.id = :id
            order by p.id
            """;

    private static final String LIST =
            """
            select a.id, a.name, a.active, p.role, p.area_code, p.area_path, p.unit_code,
                p.valid_from, p.seal
            from (
                select id, name, active
                from access.account a
                where id > :after
                    and (exists (
                            select 1
                            from access.post held
                            join unnest(:paths) path on starts_with(held.area_path, path)
                            where held.account_id = a.id and held.valid_to is null)
                        or not exists (
                            select 1
                            from access.post held
                            where held.account_id = a.id and held.valid_to is null))
                order by id
                limit :limit) a
            left join access.post p on p.account_id = a.id and p.valid_to is null
            order by a.id, p.id
            """;

    private static final String POSTED =
            """
            select a.id, a.name, a.active, p.role, p.area_code, p.area_path, p.unit_code,
                p.valid_from, p.seal
            from access.account a
            join access.post p on p.account_id = a.id and p.valid_to is null
            where exists (
                select 1
                from access.post held
                where held.account_id = a.id and held.valid_to is null
                    and case
                        when :unit::text is null then held.area_path = :path
                        else held.unit_code = :unit
                    end)
            order by a.id, p.id
            """;

    private static final String HOLDERS =
            """
            select a.id, a.name, a.active, p.role, p.area_code, p.area_path, p.unit_code,
                p.valid_from, p.seal
            from access.account a
            join access.post p on p.account_id = a.id and p.valid_to is null
            where a.active and p.role = any(:roles)
                and (:unit::text is null or p.unit_code = :unit)
                and (:path::text is null or starts_with(:path, p.area_path))
            order by a.id, p.id
            """;

    private static final String SET_ADMINISTRATION =
            """
            update access.account set administration = :role
            where id = :id and administration is distinct from :role
            """;

    private static final String CLOSE_POST =
            """
            update access.post
            set valid_to = :now, seal = null
            where account_id = :id and valid_to is null
                and role = :role and area_code = :areaCode
                and unit_code is not distinct from :unitCode
            """;

    private static final String OPEN_POST =
            """
            insert into access.post
                (account_id, role, area_code, area_path, unit_code, valid_from, seal)
            values (:id, :role, :areaCode, :areaPath, :unitCode, :now, :seal)
            """;

    private static final String HELD_AREAS =
            """
            select distinct area_code, area_path from access.post where valid_to is null
            """;

    private static final String HELD_ELSEWHERE =
            """
            select id, account_id, role, area_code, area_path, unit_code, valid_from, seal
            from access.post
            where area_code = :code and valid_to is null and area_path <> :path
            for update
            """;

    private static final String MOVE =
            """
            update access.post set area_path = :path, seal = :seal where id = :id
            """;

    private static final String HELD =
            """
            select id, account_id, role, area_code, area_path, unit_code, valid_from, seal
            from access.post
            where valid_to is null
            for update
            """;

    private static final String CLOSE_ALL =
            """
            update access.post set valid_to = :now, seal = null
            where account_id = :id and valid_to is null
            """;

    private static final String LEAVE =
            """
            with left_posts as (
                update access.post set valid_to = :now, seal = null
                where account_id = :id and valid_to is null),
            left_sessions as (
                delete from access.session where account_id = :id),
            left_codes as (
                delete from access.sign_in_code where account_id = :id and used_at is null)
            update access.account set active = false where id = :id
            """;

    private static final String ANY =
            """
            select exists (select 1 from access.account)
            """;

    private final JdbcClient sql;
    private final Seals seals;

    AccountStore(JdbcClient sql, Seals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    /** A post that is held, by the number of its row. */
    private record Row(long id, Seals.PostRow post, byte @Nullable [] seal) {}

    /** Whether anything changed. */
    boolean ensure(String id, String name, Instant now) {
        return sql.sql(ENSURE).param("id", id).param("name", name).param("now", at(now)).update()
                == 1;
    }

    /** Whether the id was free. */
    boolean create(String id, String name, Instant now) {
        return sql.sql(CREATE).param("id", id).param("name", name).param("now", at(now)).update()
                == 1;
    }

    /** Holds the account's row until the transaction ends, and reads it. */
    Optional<Account> lock(String id) {
        return sql.sql(LOCK).param("id", id).query(String.class).optional().flatMap(this::find);
    }

    /** Whether nobody has used the account since then. */
    boolean isUnused(String id, Instant since) {
        return sql.sql(UNUSED)
                .param("id", id)
                .param("since", at(since))
                .query(Boolean.class)
                .single();
    }

    Optional<Account> find(String id) {
        return sql.sql(FIND).param("id", id).query(this::accounts).stream().findFirst();
    }

    List<Account> list(List<String> areaPaths, String after, int limit) {
        return sql.sql(LIST)
                .param("after", after)
                .param("paths", areaPaths.toArray(String[]::new))
                .param("limit", limit)
                .query(this::accounts);
    }

    List<Account> posted(@Nullable String unit, String areaPath) {
        return sql.sql(POSTED)
                .param("unit", unit, Types.VARCHAR)
                .param("path", areaPath)
                .query(this::accounts);
    }

    /**
     * Accounts, each with those of its posts that are meant.
     *
     * @param path null wherever it lies
     * @param unit null for whichever
     */
    List<Account> holders(Set<Role> roles, @Nullable String path, @Nullable String unit) {
        return sql.sql(HOLDERS)
                .param("roles", roles.stream().map(Role::code).toArray(String[]::new))
                .param("path", path, Types.VARCHAR)
                .param("unit", unit, Types.VARCHAR)
                .query(this::accounts);
    }

    void closePost(String id, Post post, Instant now) {
        sql.sql(CLOSE_POST)
                .param("id", id)
                .param("role", post.role().code())
                .param("areaCode", post.areaCode())
                .param("unitCode", post.unitCode())
                .param("now", at(now))
                .update();
    }

    /** Closes whatever posts somebody holds. */
    void closePosts(String id, Instant now) {
        sql.sql(CLOSE_ALL).param("id", id).param("now", at(now)).update();
    }

    /** Says which of the three administrators somebody is, before any post as one is opened. */
    void setAdministration(String id, @Nullable Role role) {
        sql.sql(SET_ADMINISTRATION)
                .param("id", id)
                .param("role", role == null ? null : role.code(), Types.VARCHAR)
                .update();
    }

    void openPost(String id, Post post, Instant given) {
        var now = given.truncatedTo(ChronoUnit.MICROS);
        sql.sql(OPEN_POST)
                .param("id", id)
                .param("role", post.role().code())
                .param("areaCode", post.areaCode())
                .param("areaPath", post.areaPath())
                .param("unitCode", post.unitCode())
                .param("now", at(now))
                .param("seal", seals.of(Seals.PostRow.of(id, post, now)))
                .update();
    }

    /** The areas that posts are held over. */
    List<AreaMoves.Held> heldAreas() {
        return sql.sql(HELD_AREAS).query(AccountStore::held).list();
    }

    /** Takes posts along with their area; a broken seal stays broken. */
    void moveArea(String code, String path) {
        sql.sql(HELD_ELSEWHERE)
                .param("code", code)
                .param("path", path)
                .query(AccountStore::row)
                .list()
                .forEach(row -> {
                    var moved = row.post.movedTo(path);
                    var seal = seals.holds(row.post, row.seal) ? seals.of(moved) : row.seal;
                    move(row.id, moved, seal);
                });
    }

    /** Seals the posts that are held, as they stand, and says how many there are. */
    int sealAll() {
        var held = sql.sql(HELD).query(AccountStore::row).list();
        held.forEach(row -> move(row.id, row.post, seals.of(row.post)));
        return held.size();
    }

    private void move(long id, Seals.PostRow post, byte @Nullable [] seal) {
        sql.sql(MOVE)
                .param("id", id)
                .param("path", post.areaPath())
                .param("seal", seal, Types.BINARY)
                .update();
    }

    void leave(String id, Instant now) {
        sql.sql(LEAVE).param("id", id).param("now", at(now)).update();
    }

    boolean any() {
        return sql.sql(ANY).query(Boolean.class).single();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static AreaMoves.Held held(ResultSet row, int number) throws SQLException {
        return new AreaMoves.Held(row.getString("area_code"), row.getString("area_path"));
    }

    static Post post(ResultSet row) throws SQLException {
        var role = row.getString("role");
        return new Post(
                Role.of(role).orElseThrow(() -> new IllegalStateException("No role " + role)),
                row.getString("area_code"),
                row.getString("area_path"),
                row.getString("unit_code"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var post = postRow(row.getString("account_id"), row);
        return new Row(row.getLong("id"), post, row.getBytes("seal"));
    }

    private static Seals.PostRow postRow(String account, ResultSet row) throws SQLException {
        return new Seals.PostRow(
                account,
                row.getString("role"),
                row.getString("area_code"),
                row.getString("area_path"),
                row.getString("unit_code"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant());
    }

    private List<Account> accounts(ResultSet rows) throws SQLException {
        var byId = new LinkedHashMap<String, Account>();
        while (rows.next()) {
            var id = rows.getString("id");
            var holds = rows.getString("role") != null;
            var sound = !holds || seals.holds(postRow(id, rows), rows.getBytes("seal"));
            var account =
                    new Account(
                            id,
                            rows.getString("name"),
                            rows.getBoolean("active"),
                            holds && sound ? List.of(post(rows)) : List.of(),
                            sound);
            byId.merge(id, account, AccountStore::withPostsOf);
        }
        return List.copyOf(byId.values());
    }

    private static Account withPostsOf(Account first, Account second) {
        var posts = new ArrayList<>(first.posts());
        posts.addAll(second.posts());
        return new Account(
                first.id(),
                first.name(),
                first.active(),
                posts,
                first.isSound() && second.isSound());
    }
}
