package org.linli.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Service tokens, in {@code access.service_token}. */
@Repository
class TokenStore {

    private static final String ISSUE =
            """
            insert into access.service_token
                (hash, name, role, area_code, area_path, unit_code, created_by, created_at,
                expires_at)
            values (:hash, :name, :role, :areaCode, :areaPath, :unitCode, :createdBy, :now,
                :expiresAt)
            returning id
            """;

    private static final String BY_HASH =
            """
            select id, name, role, area_code, area_path, unit_code, created_by, created_at,
                expires_at, revoked_at
            from access.service_token
            where hash = :hash and expires_at > :now and revoked_at is null
            """;

    private static final String FIND =
            """
            select id, name, role, area_code, area_path, unit_code, created_by, created_at,
                expires_at, revoked_at
            from access.service_token
            where id = :id
            """;

    private static final String LIST =
            """
            select t.id, t.name, t.role, t.area_code, t.area_path, t.unit_code, t.created_by,
                t.created_at, t.expires_at, t.revoked_at
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
            set revoked_at = :now
            where id = :id and revoked_at is null
            """;

    private static final String HELD_AREAS =
            """
            select distinct area_code, area_path from access.service_token where revoked_at is null
            """;

    private static final String MOVE_AREA =
            """
            update access.service_token set area_path = :path
            where area_code = :code and revoked_at is null and area_path <> :path
            """;

    private final JdbcClient sql;

    TokenStore(JdbcClient sql) {
        this.sql = sql;
    }

    long issue(
            byte[] hash, String name, Post post, String createdBy, Instant now, Instant expires) {
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
                .query(Long.class)
                .single();
    }

    Optional<Callers.Known<Actor>> caller(byte[] hash, Instant now) {
        return sql.sql(BY_HASH)
                .param("hash", hash)
                .param("now", AccountStore.at(now))
                .query(TokenStore::read)
                .optional()
                .map(token -> {
                    var id = "token:" + token.id();
                    var actor = new Actor(id, token.name(), List.of(token.post()));
                    return new Callers.Known<>(actor, token.expiresAt());
                });
    }

    Optional<ServiceToken> find(long id) {
        return sql.sql(FIND).param("id", id).query(TokenStore::read).optional();
    }

    List<ServiceToken> list(List<String> areaPaths, long after, int limit) {
        return sql.sql(LIST)
                .param("after", after)
                .param("paths", areaPaths.toArray(String[]::new))
                .param("limit", limit)
                .query(TokenStore::read)
                .list();
    }

    /** The areas that tokens act over. */
    List<AreaMoves.Held> heldAreas() {
        return sql.sql(HELD_AREAS).query(AccountStore::held).list();
    }

    void moveArea(String code, String path) {
        sql.sql(MOVE_AREA).param("code", code).param("path", path).update();
    }

    void revoke(long id, Instant now) {
        sql.sql(REVOKE).param("id", id).param("now", AccountStore.at(now)).update();
    }

    private static ServiceToken read(ResultSet row, int number) throws SQLException {
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
