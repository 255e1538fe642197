package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Scope;
import org.linli.catalogue.Flow;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.geo.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases: lists, their totals, the map, and what else was reported nearby. */
@Repository
class CaseQueries {

    /** A total is counted up to here; past it a list says only that there are more. */
    static final int COUNTED = 10_000;

    /** A case that stands this long before its due time is due soon. */
    private static final Duration SOON = Duration.ofHours(24);

    /** The due time, in the order of urgency, of a case without one. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final double METRES_A_DEGREE = 111_195;

    private static final String HANDED_OVER =
            """
            select county_code, id
            from cases.case_file
            where county_code = :county and source_system = :system and external_id = :externalId
            """;

    private static final String SELECT =
            """
            select f.id, f.case_no, f.version, f.state, f.flow, f.source, f.matter_code, f.text, f.lon,
                f.lat, f.cell_code, f.address, f.unit_code, f.reported_at, f.filed_at,
                f.dispatched_at, f.handled_at, f.closed_at, f.due_at, f.self_handled, f.returns,
                f.reworks, f.reopenings, f.held_until, f.rating, f.solved,
                f.awaiting, f.forced, f.exempt, f.card, f.level,
                (select m.case_no from cases.case_file m
                    where m.county_code = f.county_code and m.id = f.merged_into) as merged_no,
                (select w.due_at from cases.office_wait w
                    where w.county_code = f.county_code and w.case_id = f.id and
            """
                    + OfficeWaitStore.STANDS
                    + """
                            ) as office_due_at,
                        coalesce(
                    """
                    + CaseConditions.OVERDUE
                    + """
                    , false) as overdue
                    """;

    /** Which filters are given decides which index helps: a plan made for all would use none. */
    private static final String PLAN_ANEW =
            """
            set local plan_cache_mode = force_custom_plan
            """;

    private static final String FROM =
            """
            from cases.case_file f
            """;

    /** The order of a list, and what lies beyond the last case of a page. */
    private enum Order {
        NEWEST(
                " order by f.reported_at desc, f.id desc",
                "(f.reported_at, f.id) < (:cursorAt, :cursorId)"),
        OLDEST(" order by f.reported_at, f.id", "(f.reported_at, f.id) > (:cursorAt, :cursorId)"),
        DUE(
                " order by " + CaseConditions.URGENCY + ", f.id",
                "(" + CaseConditions.URGENCY + ", f.id) > (:cursorAt, :cursorId)");

        private final String by;
        private final String beyond;

        Order(String by, String beyond) {
            this.by = by;
            this.beyond = beyond;
        }
    }

    private static final String CHOSEN =
            SELECT
                    + """
                    from unnest(:counties::text[], :ids::bigint[]) with ordinality
                        as chosen (county_code, id, place)
                    join cases.case_file f
                        on f.county_code = chosen.county_code and f.id = chosen.id
                    order by chosen.place
                    """;

    private static final String CELLS =
            """
            select f.cell_code, count(*) as open,
                count(*) filter (where
            """
                    + CaseConditions.OVERDUE
                    + """
                    ) as overdue,
                        count(*) filter (where f.state in ('FILED', 'DISPATCHED')
                            and f.held_until is null and f.due_at > :now and f.due_at <= :soon)
                            as due_soon
                    """
                    + FROM;

    private static final String BY_CELL =
            """
             and f.open and f.cell_code is not null
            group by f.cell_code
            order by f.cell_code
            """;

    private static final String SIMILAR =
            """
            select case_no, state, reported_at, followers, distance
            from (
                select f.case_no, f.state, f.reported_at,
                    (select count(*) from cases.tracking t
                        where t.county_code = f.county_code and t.case_id = f.id) as followers,
                    2 * 6371008.8 * asin(sqrt(
                        power(sin(radians(f.lat - :lat) / 2), 2)
                        + cos(radians(f.lat)) * cos(radians(:lat))
                            * power(sin(radians(f.lon - :lon) / 2), 2))) as distance
                from cases.case_search s
                join cases.case_file f on f.county_code = s.county_code and f.id = s.case_id
                where s.spot <@ box(point(:lon - :wide, :lat - :high),
                        point(:lon + :wide, :lat + :high))
                    and f.matter_code = :matter
                    and (f.open
                        or (f.state = 'CLOSED' and f.closed_at >= :closedSince))
            ) near
            where distance <= :radius
            order by distance, case_no
            limit 50
            """;

    private final JdbcClient sql;
    private final Clock clock;

    CaseQueries(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a filter matches, and how many at one and the same moment. */
    record Found(List<CaseRow> rows, int total) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Found find(CaseFilter filter) {
        sql.sql(PLAN_ANEW).update();
        return new Found(list(filter), count(filter));
    }

    private List<CaseRow> list(CaseFilter filter) {
        var order =
                switch (filter.sort()) {
                    case NEWEST -> Order.NEWEST;
                    case OLDEST -> Order.OLDEST;
                    case DUE -> Order.DUE;
                };
        var asked = CaseConditions.of(filter, clock.instant());
        asked.after(order.beyond, filter.cursor());
        return sql.sql(SELECT + FROM + asked.where() + order.by + " limit " + filter.limit())
                .params(asked.parameters())
                .query(CaseQueries::row)
                .list();
    }

    /** The cases with these keys, in their order. */
    List<CaseRow> chosen(List<CaseKey> keys) {
        return sql.sql(CHOSEN)
                .param("counties", keys.stream().map(CaseKey::countyCode).toArray(String[]::new))
                .param("ids", keys.stream().map(CaseKey::id).toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(CaseQueries::row)
                .list();
    }

    /** How many the filter matches; {@code COUNTED + 1} stands for more than are counted. */
    private int count(CaseFilter filter) {
        var asked = CaseConditions.of(filter, clock.instant());
        var some = "select 1 " + FROM + asked.where() + " limit " + (COUNTED + 1);
        return sql.sql("select count(*) from (" + some + ") counted")
                .params(asked.parameters())
                .query(Integer.class)
                .single();
    }

    /** What waits in a cell. */
    @Classified(FieldClass.C0)
    record CellLoad(String cell, int open, int overdue, int dueSoon) {}

    List<CellLoad> cells(Scope scope, @Nullable String areaPath) {
        var now = clock.instant();
        var asked = CaseConditions.in(scope, areaPath, now);
        return sql.sql(CELLS + asked.where() + BY_CELL)
                .params(asked.parameters())
                .param("soon", Timestamp.from(now.plus(SOON)))
                .query((row, number) ->
                        new CellLoad(
                                row.getString("cell_code"),
                                row.getInt("open"),
                                row.getInt("overdue"),
                                row.getInt("due_soon")))
                .list();
    }

    List<SimilarCase> similar(
            Position position, String matter, int radiusMetres, Instant closedSince) {
        var high = radiusMetres / METRES_A_DEGREE;
        var wide = high / Math.max(0.01, Math.cos(Math.toRadians(position.latitude())));
        return sql.sql(SIMILAR)
                .param("lon", position.longitude())
                .param("lat", position.latitude())
                .param("high", high)
                .param("wide", wide)
                .param("matter", matter)
                .param("radius", radiusMetres)
                .param("closedSince", Timestamp.from(closedSince))
                .query((row, number) ->
                        new SimilarCase(
                                row.getString("case_no"),
                                (int) Math.round(row.getDouble("distance")),
                                row.getString("state"),
                                row.getTimestamp("reported_at").toInstant(),
                                row.getInt("followers")))
                .list();
    }

    /** The case that another system handed over under this name, or empty if it has not. */
    Optional<CaseKey> handedOver(String county, String sourceSystem, String externalId) {
        return sql.sql(HANDED_OVER)
                .param("county", county)
                .param("system", sourceSystem)
                .param("externalId", externalId)
                .query((row, _) -> new CaseKey(row.getString("county_code"), row.getLong("id")))
                .optional();
    }

    private static CaseRow row(ResultSet row, int number) throws SQLException {
        return new CaseRow(
                row.getLong("id"),
                row.getString("case_no"),
                row.getInt("version"),
                row.getString("state"),
                Flow.of(row.getString("flow")),
                row.getString("source"),
                row.getString("matter_code"),
                row.getString("text"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class),
                row.getString("cell_code"),
                row.getString("address"),
                row.getString("unit_code"),
                row.getTimestamp("reported_at").toInstant(),
                instant(row, "filed_at"),
                instant(row, "dispatched_at"),
                instant(row, "handled_at"),
                instant(row, "closed_at"),
                instant(row, "due_at"),
                row.getBoolean("overdue"),
                row.getBoolean("self_handled"),
                row.getInt("returns"),
                row.getInt("reworks"),
                row.getInt("reopenings"),
                instant(row, "held_until"),
                row.getObject("rating", Integer.class),
                row.getObject("solved", Boolean.class),
                row.getString("merged_no"),
                row.getString("awaiting"),
                row.getBoolean("forced"),
                row.getBoolean("exempt"),
                row.getString("card"),
                row.getString("level"),
                instant(row, "office_due_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
