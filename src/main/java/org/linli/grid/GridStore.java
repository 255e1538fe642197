package org.linli.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what has been published. */
@Repository
class GridStore {

    private static final String EDITION =
            """
            select number
            from grid.edition
            """;

    private static final String SCHEMES =
            """
            select name
            from grid.scheme
            order by not master, name
            """;

    private static final String DIVISIONS =
            """
            select code, name, level, kind, parent_code, path, area_m2, layer,
                shape is not null as has_shape, valid_from, valid_to
            from grid.division
            where scheme = :scheme and (valid_to is null or valid_to > :now)
            order by code, valid_from
            """;

    private static final String ENDED_PATHS =
            """
            select distinct code, path
            from grid.division
            where scheme = 'master' and valid_to <= :now
            """;

    private static final String SHAPES =
            """
            select code, shape
            from grid.division
            where scheme = :scheme and shape is not null
                and (scheme <> 'master' or level in ('grid', 'microgrid'))
                and valid_from <= :now and (valid_to is null or valid_to > :now)
            """;

    private final JdbcClient sql;

    GridStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Grows with each publication. */
    long edition() {
        return sql.sql(EDITION).query((row, _) -> row.getLong("number")).single();
    }

    /** The names of all schemes, the master one first. */
    List<String> schemes() {
        return sql.sql(SCHEMES).query((row, _) -> row.getString("name")).list();
    }

    /** The divisions of a scheme that hold now or will. */
    List<DivisionRow> divisions(String scheme, Instant now) {
        return sql.sql(DIVISIONS)
                .param("scheme", scheme)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> read(row))
                .list();
    }

    /** Hands over the code and the path of each version of the master scheme that is over. */
    void endedPaths(Instant now, BiConsumer<String, String> taker) {
        sql.sql(ENDED_PATHS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    taker.accept(row.getString("code"), row.getString("path"));
                });
    }

    /** Hands over the code and the WKB of each shape that may be a cell's. */
    void shapes(String scheme, Instant now, BiConsumer<String, byte[]> taker) {
        sql.sql(SHAPES)
                .param("scheme", scheme)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    taker.accept(row.getString("code"), row.getBytes("shape"));
                });
    }

    /** The division in a row that has the columns of one. */
    static Division division(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new Division(
                row.getString("code"),
                row.getString("name"),
                Level.of(row.getString("level")).orElseThrow(),
                kind == null ? null : CellKind.of(kind).orElseThrow(),
                row.getString("parent_code"),
                row.getString("path"));
    }

    /** The time in a column, null where it is. */
    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var when = row.getObject(column, OffsetDateTime.class);
        return when == null ? null : when.toInstant();
    }

    private static DivisionRow read(ResultSet row) throws SQLException {
        return new DivisionRow(
                division(row),
                row.getObject("area_m2", Long.class),
                row.getInt("layer"),
                row.getBoolean("has_shape"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                instant(row, "valid_to"));
    }
}
