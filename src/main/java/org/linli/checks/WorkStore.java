package org.linli.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.linli.cases.CaseKey;
import org.linli.checks.signs.Around;
import org.linli.checks.signs.Work;
import org.linli.platform.geo.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was handled lately, for the signs to look around in. */
@Repository
class WorkStore implements Around {

    private static final String PUT =
            """
            insert into checks.work (county_code, case_id, matter_code, cell_code, path, lon, lat,
                reporter, handler, unit_code, reported_at, handled_at, own, words, photos)
            values (:county, :case, :matter, :cell, :path, :lon, :lat, :reporter, :handler, :unit,
                :reportedAt, :handledAt, :own, :words, :photos)
            on conflict (county_code, case_id) do update
            set handler = excluded.handler, unit_code = excluded.unit_code,
                handled_at = excluded.handled_at, own = excluded.own, checker = null,
                checked_at = null
            """;

    private static final String CHECKED =
            """
            update checks.work set checker = :checker, checked_at = :at
            where county_code = :county and case_id = :case
            """;

    private static final String FIND =
            """
            select county_code, case_id, matter_code, cell_code, lon, lat, reporter, handler,
                unit_code, reported_at, handled_at, own, words, photos, checker, checked_at
            from checks.work
            """;

    private static final String ONE = FIND + "where county_code = :county and case_id = :case";

    private static final String BY_HAND =
            FIND
                    + """
                    where handler = :handler and handled_at between :from and :to
                    order by handled_at, case_id
                    limit 2000
                    """;

    private static final String IN_CELL =
            FIND
                    + """
                    where cell_code = :cell and handled_at between :from and :to
                    order by handled_at, case_id
                    limit 5000
                    """;

    private static final String OWN_IN =
            """
            select count(*) filter (where own) as some, count(*) as among
            from checks.work
            where cell_code = :cell and handled_at between :from and :to
            """;

    private static final String CHECKED_BY =
            FIND
                    + """
                    where handler = :handler and handled_at between :from and :to
                        and checker = :checker
                    order by handled_at, case_id
                    limit 2000
                    """;

    private static final String PART_OF_HANDLER =
            """
            select count(*) filter (where checker = :checker) as some, count(*) as among
            from checks.work
            where handler = :handler and handled_at between :from and :to
                and checker is not null
            """;

    private static final String PART_OF_CHECKER =
            """
            select count(*) filter (where checker = :checker) as some, count(*) as among
            from checks.work
            where checker is not null and handler <> :handler and handled_at between :from and :to
                and cell_code in (
                    select cell_code from checks.work
                    where handler = :handler and handled_at between :from and :to
                        and checker is not null)
            """;

    private static final String HANDLED_OF =
            """
            select count(*) filter (where unit_code = :unit) as some, count(*) as among
            from checks.work
            where matter_code = :matter and unit_code is not null
                and handled_at between :from and :to
            """;

    private static final String FORGET =
            """
            delete from checks.work where handled_at < :before
            """;

    private final JdbcClient sql;

    WorkStore(JdbcClient sql) {
        this.sql = sql;
    }

    void put(Work work, String path) {
        var spot = work.spot();
        sql.sql(PUT)
                .param("county", work.key().countyCode())
                .param("case", work.key().id())
                .param("matter", work.matter(), Types.VARCHAR)
                .param("cell", work.cell())
                .param("path", path)
                .param("lon", spot == null ? null : spot.longitude(), Types.DOUBLE)
                .param("lat", spot == null ? null : spot.latitude(), Types.DOUBLE)
                .param("reporter", work.reporter())
                .param("handler", work.handler())
                .param("unit", work.unit(), Types.VARCHAR)
                .param("reportedAt", Timestamp.from(work.reportedAt()))
                .param("handledAt", Timestamp.from(work.handledAt()))
                .param("own", work.own())
                .param("words", work.words().toArray(String[]::new))
                .param("photos", work.photos().toArray(Long[]::new))
                .update();
    }

    /** The work on a case that somebody has checked now; nothing where it is forgotten. */
    List<Work> checked(CaseKey key, String checker, Instant at) {
        sql.sql(CHECKED)
                .param("county", key.countyCode())
                .param("case", key.id())
                .param("checker", checker)
                .param("at", Timestamp.from(at))
                .update();
        return sql.sql(ONE)
                .param("county", key.countyCode())
                .param("case", key.id())
                .query((row, _) -> read(row))
                .list();
    }

    void forget(Instant before) {
        sql.sql(FORGET).param("before", Timestamp.from(before)).update();
    }

    @Override
    public List<Work> byHand(String handler, Instant from, Instant to) {
        return works(within(BY_HAND, from, to).param("handler", handler));
    }

    @Override
    public List<Work> inCell(String cell, Instant from, Instant to) {
        return works(within(IN_CELL, from, to).param("cell", cell));
    }

    @Override
    public Part ownIn(String cell, Instant from, Instant to) {
        return part(within(OWN_IN, from, to).param("cell", cell));
    }

    @Override
    public List<Work> checkedBy(String checker, String handler, Instant from, Instant to) {
        return works(
                within(CHECKED_BY, from, to).param("checker", checker).param("handler", handler));
    }

    @Override
    public Part partOfHandler(String checker, String handler, Instant from, Instant to) {
        return part(
                within(PART_OF_HANDLER, from, to)
                        .param("checker", checker)
                        .param("handler", handler));
    }

    @Override
    public Part partOfChecker(String checker, String handler, Instant from, Instant to) {
        return part(
                within(PART_OF_CHECKER, from, to)
                        .param("checker", checker)
                        .param("handler", handler));
    }

    @Override
    public Part handledOf(String unit, String matter, Instant from, Instant to) {
        return part(within(HANDLED_OF, from, to).param("unit", unit).param("matter", matter));
    }

    private StatementSpec within(String question, Instant from, Instant to) {
        return sql.sql(question)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to));
    }

    private static List<Work> works(StatementSpec question) {
        return question.query((row, _) -> read(row)).list();
    }

    private static Part part(StatementSpec question) {
        return question.query((row, _) -> new Part(row.getLong("some"), row.getLong("among")))
                .single();
    }

    private static Work read(ResultSet row) throws SQLException {
        var longitude = row.getObject("lon", Double.class);
        var latitude = row.getObject("lat", Double.class);
        var checkedAt = row.getTimestamp("checked_at");
        return new Work(
                new CaseKey(row.getString("county_code"), row.getLong("case_id")),
                row.getString("matter_code"),
                row.getString("cell_code"),
                longitude == null || latitude == null ? null : new Position(longitude, latitude),
                row.getString("reporter"),
                row.getString("handler"),
                row.getString("unit_code"),
                row.getTimestamp("reported_at").toInstant(),
                row.getTimestamp("handled_at").toInstant(),
                row.getBoolean("own"),
                Set.copyOf(Arrays.asList((String[]) row.getArray("words").getArray())),
                List.of((Long[]) row.getArray("photos").getArray()),
                row.getString("checker"),
                checkedAt == null ? null : checkedAt.toInstant());
    }
}
