package org.linli.grid;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads borders, which are too many to be kept in memory. */
@Repository
class ShapeStore {

    private static final String BY_CODE =
            """
            select code, shape
            from grid.division
            where scheme = :scheme and code = any(:codes) and shape is not null
                and valid_from <= :now and (valid_to is null or valid_to > :now)
            """;

    private static final String IN_BOX =
            """
            select code
            from grid.division
            where scheme = :scheme and shape is not null
                and box(point(west, south), point(east, north))
                    && box(point(:west, :south), point(:east, :north))
                and valid_from <= :now and (valid_to is null or valid_to > :now)
            """;

    private static final String EXTENT =
            """
            select min(west) as west, min(south) as south, max(east) as east, max(north) as north
            from grid.division
            where scheme = :scheme and shape is not null
                and valid_from <= :now and (valid_to is null or valid_to > :now)
            """;

    private final JdbcClient sql;
    private final Clock clock;

    ShapeStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The WKB of those that have a border, by code. */
    Map<String, byte[]> of(String scheme, Collection<String> codes) {
        var shapes = new HashMap<String, byte[]>();
        sql.sql(BY_CODE)
                .param("scheme", scheme)
                .param("codes", codes.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .query(row -> {
                    shapes.put(row.getString("code"), row.getBytes("shape"));
                });
        return shapes;
    }

    /** The codes of the divisions whose extent meets a box. */
    List<String> codesIn(String scheme, Envelope box) {
        return sql.sql(IN_BOX)
                .param("scheme", scheme)
                .param("west", box.getMinX())
                .param("south", box.getMinY())
                .param("east", box.getMaxX())
                .param("north", box.getMaxY())
                .param("now", OffsetDateTime.now(clock))
                .query((row, _) -> row.getString("code"))
                .list();
    }

    /** The smallest box around a scheme, in degrees; empty while nothing in it has a border. */
    Optional<Envelope> extent(String scheme) {
        return sql.sql(EXTENT)
                .param("scheme", scheme)
                .param("now", OffsetDateTime.now(clock))
                .query((row, _) ->
                        new Envelope(
                                row.getDouble("west"),
                                row.getDouble("east"),
                                row.getDouble("south"),
                                row.getDouble("north")))
                .optional()
                .filter(box -> box.getArea() > 0);
    }
}
