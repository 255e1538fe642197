package org.linli.indicators;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseKey;
import org.linli.cases.HeldTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who held the time of cases. */
@Repository
class HeldTimeStore {

    private static final String TAKE_OUT =
            """
            delete from indicators.held_time
            where (county_code, case_id) in (
                select * from unnest(:counties::text[], :ids::bigint[]))
            """;

    private static final String KEEP =
            """
            insert into indicators.held_time (county_code, case_id, unit_code, path, filed_on,
                seconds, late_seconds)
            select t.county_code, t.case_id, t.unit_code, c.path,
                (c.filed_at at time zone :zone)::date, t.seconds, t.late_seconds
            from unnest(:counties::text[], :ids::bigint[], :units::text[], :seconds::bigint[],
                :late::bigint[]) as t (county_code, case_id, unit_code, seconds, late_seconds)
            join cases.published_course c on c.county_code = t.county_code and c.id = t.case_id
            where c.filed_at is not null
            """;

    private static final String FORGET = "delete from indicators.held_time";

    private static final String WITHIN =
            """
            from indicators.held_time t
            where t.filed_on between :since and :until and t.path ^@ any(:scope)
                and (:area::text is null or starts_with(t.path, :area))
            """;

    private static final String BY_UNIT =
            """
            select t.unit_code, count(*) as cases, sum(t.seconds) as seconds,
                count(*) filter (where t.late_seconds > 0) as late_cases,
                sum(t.late_seconds) as late_seconds
            """
                    + WITHIN
                    + """
                    group by t.unit_code
                    order by t.unit_code
                    """;

    private static final String OF_UNIT =
            """
                and t.unit_code = :unit and (t.late_seconds > 0 or not :late)
            """;

    private static final String COUNT = "select count(*) " + WITHIN + OF_UNIT;

    private static final String FIND =
            """
            select t.county_code, t.case_id, c.reported_at
            """
                    + WITHIN.replace(
                            "where",
                            "join cases.published_course c"
                                    + " on c.county_code = t.county_code and c.id = t.case_id\n"
                                    + "where")
                    + OF_UNIT
                    + """
                        and (:afterAt::timestamptz is null
                            or (c.reported_at, c.id) < (:afterAt, :afterId))
                    order by c.reported_at desc, c.id desc
                    limit :limit
                    """;

    private final JdbcClient sql;
    private final ZoneId zone;

    HeldTimeStore(JdbcClient sql, @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.sql = sql;
        this.zone = zone;
    }

    /**
     * What a unit had.
     *
     * @param unit empty for the office that dispatches
     */
    record OfUnit(String unit, long cases, long seconds, long lateCases, long lateSeconds) {}

    /** Which time of which cases is asked for. */
    record Asked(List<String> scope, @Nullable String area, LocalDate since, LocalDate until) {

        Asked {
            scope = List.copyOf(scope);
        }
    }

    /** Keeps these cases' times instead of what was kept of them. */
    void keep(Map<CaseKey, List<HeldTime>> times) {
        var cases = List.copyOf(times.keySet());
        sql.sql(TAKE_OUT)
                .param("counties", cases.stream().map(CaseKey::countyCode).toArray(String[]::new))
                .param("ids", cases.stream().map(CaseKey::id).toArray(Long[]::new))
                .update();
        var counties = new ArrayList<String>();
        var ids = new ArrayList<Long>();
        var rows = new ArrayList<HeldTime>();
        times.forEach((key, held) ->
                held.forEach(time -> {
                    counties.add(key.countyCode());
                    ids.add(key.id());
                    rows.add(time);
                }));
        if (rows.isEmpty()) {
            return;
        }
        sql.sql(KEEP)
                .param("zone", zone.getId())
                .param("counties", counties.toArray(String[]::new))
                .param("ids", ids.toArray(Long[]::new))
                .param("units", rows.stream().map(HeldTimeStore::unit).toArray(String[]::new))
                .param("seconds", rows.stream().map(HeldTime::seconds).toArray(Long[]::new))
                .param("late", rows.stream().map(HeldTime::lateSeconds).toArray(Long[]::new))
                .update();
    }

    void forget() {
        sql.sql(FORGET).update();
    }

    List<OfUnit> byUnit(Asked asked) {
        return sql.sql(BY_UNIT)
                .params(parameters(asked))
                .query((row, _) ->
                        new OfUnit(
                                row.getString("unit_code"),
                                row.getLong("cases"),
                                row.getLong("seconds"),
                                row.getLong("late_cases"),
                                row.getLong("late_seconds")))
                .list();
    }

    long count(Asked asked, String unit, boolean late) {
        return sql.sql(COUNT)
                .params(parameters(asked))
                .param("unit", unit)
                .param("late", late)
                .query(Long.class)
                .single();
    }

    List<Found> find(Asked asked, String unit, boolean late, @Nullable Found after, int limit) {
        return sql.sql(FIND)
                .params(parameters(asked))
                .param("unit", unit)
                .param("late", late)
                .param("afterAt", after == null ? null : Timestamp.from(after.reportedAt()))
                .param("afterId", after == null ? 0 : after.key().id())
                .param("limit", limit)
                .query(HeldTimeStore::found)
                .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                new CaseKey(row.getString("county_code"), row.getLong("case_id")),
                row.getTimestamp("reported_at").toInstant());
    }

    private static Map<String, @Nullable Object> parameters(Asked asked) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("scope", asked.scope.toArray(String[]::new));
        parameters.put("area", asked.area);
        parameters.put("since", Date.valueOf(asked.since));
        parameters.put("until", Date.valueOf(asked.until));
        return parameters;
    }

    private static String unit(HeldTime time) {
        return time.unitCode() == null ? "" : time.unitCode();
    }
}
