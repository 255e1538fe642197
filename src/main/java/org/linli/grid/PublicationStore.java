package org.linli.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes new editions of the grid, and reads all there is to say of the present one. */
@Repository
class PublicationStore {

    private static final String LATEST =
            """
            select distinct on (code) code, name, level, kind, parent_code, path, version, area_m2,
                households, population, shape, layer, valid_from, valid_to
            from grid.division
            where scheme = :scheme
            order by code, version desc
            """;

    private static final String BEGIN =
            """
            update grid.edition
            set number = number + 1, published_at = :now
            where number = :edition
            """;

    private static final String ADD_SCHEME =
            """
            insert into grid.scheme (name, master)
            values (:scheme, false)
            on conflict (name) do nothing
            """;

    private static final String END_VERSION =
            """
            update grid.division
            set valid_to = greatest(valid_from, :end), edition = :edition
            where scheme = :scheme and code = :code and version = :version
            """;

    private static final String WRITE =
            """
            insert into grid.division (scheme, code, version, level, name, kind, parent_code, path,
                area_m2, households, population, shape, west, south, east, north, layer,
                valid_from, valid_to, edition)
            values (:scheme, :code, :version, :level, :name, :kind, :parentCode, :path,
                :areaM2, :households, :population, :shape, :west, :south, :east, :north, :layer,
                :validFrom, :validTo, :edition)
            on conflict (scheme, code, version) do update
            set level = excluded.level, name = excluded.name, kind = excluded.kind,
                parent_code = excluded.parent_code, path = excluded.path,
                area_m2 = excluded.area_m2, households = excluded.households,
                population = excluded.population, shape = excluded.shape, west = excluded.west,
                south = excluded.south, east = excluded.east, north = excluded.north,
                layer = excluded.layer, valid_from = excluded.valid_from,
                valid_to = excluded.valid_to, edition = excluded.edition
            """;

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;

    PublicationStore(JdbcClient sql, NamedParameterJdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    /** The latest version of each division of a scheme, ended ones too, by code. */
    List<StoredDivision> latest(String scheme) {
        return sql.sql(LATEST).param("scheme", scheme).query((row, _) -> read(row)).list();
    }

    /** Begins the edition after one; false if somebody else has published meanwhile. */
    boolean begin(long edition, String scheme, Instant now) {
        sql.sql(ADD_SCHEME).param("scheme", scheme).update();
        return sql.sql(BEGIN).param("edition", edition).param("now", utc(now)).update() == 1;
    }

    void endVersions(String scheme, long edition, Collection<Change> followed) {
        var rows =
                followed.stream()
                        .map(change ->
                                new MapSqlParameterSource("scheme", scheme)
                                        .addValue("code", change.code())
                                        .addValue("version", change.after().version() - 1)
                                        .addValue("end", utc(change.after().validFrom()))
                                        .addValue("edition", edition))
                        .toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate(END_VERSION, rows);
    }

    void write(String scheme, long edition, Collection<StoredDivision> divisions) {
        var rows =
                divisions.stream()
                        .map(division -> row(scheme, edition, division))
                        .toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate(WRITE, rows);
    }

    private static MapSqlParameterSource row(String scheme, long edition, StoredDivision stored) {
        var division = stored.division();
        var wkb = stored.shape();
        var bounds = wkb == null ? null : Wkb.read(wkb).getEnvelopeInternal();
        return new MapSqlParameterSource("scheme", scheme)
                .addValue("code", division.code())
                .addValue("version", stored.version())
                .addValue("level", division.level().code())
                .addValue("name", division.name())
                .addValue("kind", division.kind() == null ? null : division.kind().code())
                .addValue("parentCode", division.parentCode())
                .addValue("path", division.path())
                .addValue("areaM2", stored.areaM2(), Types.BIGINT)
                .addValue("households", stored.households(), Types.BIGINT)
                .addValue("population", stored.population(), Types.BIGINT)
                .addValue("shape", wkb, Types.BINARY)
                .addValue("west", bounds == null ? null : bounds.getMinX(), Types.DOUBLE)
                .addValue("south", bounds == null ? null : bounds.getMinY(), Types.DOUBLE)
                .addValue("east", bounds == null ? null : bounds.getMaxX(), Types.DOUBLE)
                .addValue("north", bounds == null ? null : bounds.getMaxY(), Types.DOUBLE)
                .addValue("layer", stored.layer())
                .addValue("validFrom", utc(stored.validFrom()))
                .addValue(
                        "validTo",
                        stored.validTo() == null ? null : utc(stored.validTo()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("edition", edition);
    }

    private static StoredDivision read(ResultSet row) throws SQLException {
        return new StoredDivision(
                GridStore.division(row),
                row.getInt("version"),
                row.getObject("area_m2", Long.class),
                row.getObject("households", Long.class),
                row.getObject("population", Long.class),
                row.getBytes("shape"),
                row.getInt("layer"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                GridStore.instant(row, "valid_to"));
    }

    private static @Nullable OffsetDateTime utc(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
