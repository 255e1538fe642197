package org.linli.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Thing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Service tokens, in {@code access.service_token}. */
@Repository
class TokenStore {

    private static final String ISSUE =
            """
            insert into access.service_token
                (hash, name, role, area_code, area_path, unit_code, created_by, created_at,
                expires_at, seal)
            values (:hash, :name, :role, :areaCode, :areaPath, :unitCode, :createdBy, :now,
                :expiresAt, :seal)
            returning id
            """;

    private static final String BY_HASH =
            """
            select id, hash, name, role, area_code, area_path, unit_code, created_by, created_at,
                expires_at, revoked_at, seal
            from access.service_token
            where hash = :hash and expires_at > :now and revoked_at is null
            """;

    private static final String FIND =
            """
            select id, hash, name, role, area_code, area_path, unit_code, created_by, created_at,
                expires_at, revoked_at, seal
            from access.service_token
            where id = :id
            """;

    private static final String LIST =
            """
            select t.id, t.hash, t.name, t.role, t.area_code, t.area_path, t.unit_code,
                t.created_by, t.created_at, t.expires_at, t.revoked_at, t.seal
            from access.service_token t
            where t.id > :after
                and exists (
                    select 1 from unnest(:paths) path where starts_with(t.area_path, path))
            order by t.id
            limit :limit
            """;

    private static final String REVOKE =
            """
            update access.service_token
            set revoked_at = :now, seal = null
            where id = :id and revoked_at is null
            """;

    private static final String HELD_AREAS =
            """
            select distinct area_code, area_path from access.service_token where revoked_at is null
            """;

    private static final String ACTING_ELSEWHERE =
            """
            select id, hash, role, area_code, area_path, unit_code, expires_at, seal
            from access.service_token
            where area_code = :code and revoked_at is null and area_path <> :path
            for update
            """;

    private static final String MOVE =
            """
            update access.service_token set area_path = :path, seal = :seal where id = :id
            """;

    private static final String ACTING =
            """
            select id, hash, role, area_code, area_path, unit_code, expires_at, seal
            from access.service_token
            where revoked_at is null
            for update
            """;

    private final JdbcClient sql;
    private final Seals seals;
    private final BrokenSeals broken;

    TokenStore(JdbcClient sql, Seals seals, BrokenSeals broken) {
        this.sql = sql;
        this.seals = seals;
        this.broken = broken;
    }

    /** A token by the number of its row. */
    private record Row(long id, Seals.TokenRow token, byte @Nullable [] seal) {}

    long issue(byte[] hash, String name, Post post, String createdBy, Instant now, Instant until) {
        var expires = until.truncatedTo(ChronoUnit.MICROS);
        return sql.sql(ISSUE)
                .param("hash", hash)
                .param("name", name)
                .param("role", post.role().code())
                .param("areaCode", post.areaCode())
                .param("areaPath", post.areaPath())
                .param("unitCode", post.unitCode())
                .param("createdBy", createdBy)
                .param("now", AccountStore.at(now))
                .param("expiresAt", AccountStore.at(expires))
                .param("seal", seals.of(Seals.TokenRow.of(hash, post, expires)))
                .query(Long.class)
                .single();
    }

    /** Who acts with the token of this hash, unless it was changed past Linli. */
    Optional<Callers.Known<Actor>> caller(byte[] hash, Instant now) {
        return sql.sql(BY_HASH)
                .param("hash", hash)
                .param("now", AccountStore.at(now))
                .query(this::acting)
                .optional()
                .flatMap(token -> token)
                .map(token -> {
                    var id = "token:" + token.id();
                    var actor = new Actor(id, token.name(), List.of(token.post()));
                    return new Callers.Known<>(actor, token.expiresAt());
                });
    }

    Optional<ServiceToken> find(long id) {
        return sql.sql(FIND).param("id", id).query(this::sound).optional().flatMap(token -> token);
    }

    List<ServiceToken> list(List<String> areaPaths, long after, int limit) {
        return sql
                .sql(LIST)
                .param("after", after)
                .param("paths", areaPaths.toArray(String[]::new))
                .param("limit", limit)
                .query(this::sound)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The areas that tokens act over. */
    List<AreaMoves.Held> heldAreas() {
        return sql.sql(HELD_AREAS).query(AccountStore::held).list();
    }

    /** Takes tokens along with their area; a broken seal stays broken. */
    void moveArea(String code, String path) {
        sql.sql(ACTING_ELSEWHERE)
                .param("code", code)
                .param("path", path)
                .query(TokenStore::row)
                .list()
                .forEach(row -> {
                    var moved = row.token.movedTo(path);
                    var seal = seals.holds(row.token, row.seal) ? seals.of(moved) : row.seal;
                    move(row.id, moved, seal);
                });
    }

    /** Seals the tokens that are not revoked, as they stand, and says how many there are. */
    int sealAll() {
        var acting = sql.sql(ACTING).query(TokenStore::row).list();
        acting.forEach(row -> move(row.id, row.token, seals.of(row.token)));
        return acting.size();
    }

    private void move(long id, Seals.TokenRow token, byte @Nullable [] seal) {
        sql.sql(MOVE)
                .param("id", id)
                .param("path", token.areaPath())
                .param("seal", seal, Types.BINARY)
                .update();
    }

    void revoke(long id, Instant now) {
        sql.sql(REVOKE).param("id", id).param("now", AccountStore.at(now)).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var token =
                new Seals.TokenRow(
                        row.getBytes("hash"),
                        row.getString("role"),
                        row.getString("area_code"),
                        row.getString("area_path"),
                        row.getString("unit_code"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant());
        return new Row(row.getLong("id"), token, row.getBytes("seal"));
    }

    private Optional<ServiceToken> acting(ResultSet row, int number) throws SQLException {
        var found = sound(row, number);
        if (found.isEmpty()) {
            var id = row.getString("id");
            broken.found("token:" + id, Thing.TOKEN, id);
        }
        return found;
    }

    /** What was changed past Linli is no token; one that was revoked has no seal any more. */
    private Optional<ServiceToken> sound(ResultSet row, int number) throws SQLException {
        var sealed = row(row, number);
        var revoked = row.getObject("revoked_at") != null;
        return revoked && Role.of(sealed.token.role()).isPresent()
                        || seals.holds(sealed.token, sealed.seal)
                ? Optional.of(read(row))
                : Optional.empty();
    }

    private static ServiceToken read(ResultSet row) throws SQLException {
        var revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new ServiceToken(
                row.getLong("id"),
                row.getString("name"),
                AccountStore.post(row),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
