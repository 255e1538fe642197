package org.linli.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts cases, and finds those that were counted. {@link #FACTS} says once what belongs to each
 * {@link CaseSet}; counting and finding both go by it, so that no figure differs from its list.
 */
@Repository
class IndicatorStore {

    /**
     * For each case in scope what may be said of it as of the end of the period, and the group it
     * counts in. By month a case is there once for each month that one of its dates lies in, and
     * each date counts in its own.
     */
    private static final String FACTS =
            """
            with fact as (
                select c.county_code, c.id, c.reported_at, g.code as "group", own,
                    extract(epoch from (c.closed_at - c.dispatched_at)) / 3600 as hours,

                    reported_then as reports,
                    reported_then and stands as reported,
                    reported_then and not stands as duplicates,
                    reported_then and stands and c.placement = 'UNPLACED' as unplaced,
                    reported_then and stands and c.placement = 'OUTSIDE' as outside,
                    reported_then and stands and refused as refused,
                    reported_then and stands and c.found is distinct from false as valid,

                    filed_then as filed,
                    filed_then and c.source = 'patrol' as self_found,
                    filed_then and c.self_handled as self_handled,
                    filed_then and own as self_found_handled,
                    filed_then and dispatched as dispatched,
                    filed_then and done as done,
                    filed_then and closed as closed,
                    filed_then and closed and in_time as on_time,
                    filed_then and closed and c.forced as forced_closed,
                    filed_then and closed and c.exempt as exempted,
                    filed_then and open as open,
                    filed_then and open and on_hold as held,
                    filed_then and open and not on_hold and waiting_too_long as overdue_open,
                    filed_then and c.returns > 0 as returned,
                    filed_then and dispatched and shirked as shirked,
                    filed_then and dispatched and (c.returns = 0 or shirked) as accurate,
                    filed_then and dispatched and c.extensions > 0 as extended,
                    filed_then and c.reworks > 0 as reworked,
                    filed_then and checked as checked,
                    filed_then and checked and c.reworks = 0 as passed_first,
                    filed_then and (closed or c.reopenings > 0) as ever_closed,
                    filed_then and c.reopenings > 0 as reopened,
                    filed_then and closed and by_reporter as askable,
                    filed_then and closed and by_reporter and c.rating is not null as answered,
                    filed_then and c.solved is not null as told,
                    filed_then and c.solved is true as solved,
                    filed_then and c.rating is not null as rated,
                    filed_then and c.rating >= 4 as satisfied,
                    filed_then and dispatched and closed and not c.forced
                        and not c.times_doubtful as timed,

                    due_then as due,
                    due_then and closed as due_closed,
                    due_then and closed and in_time as due_on_time
                from cases.published_course c
                cross join lateral (
                    select code, :since::timestamptz as since, :until::timestamptz as until
                    from (select case :by
                        when 'source' then c.source
                        when 'unit' then coalesce(c.unit_code, 'grid')
                        when 'matter' then coalesce(c.matter_code, 'none')
                        when 'major' then coalesce(:majors::jsonb ->> c.matter_code, 'none')
                        when 'none' then ''
                        else coalesce((
                            select part
                            from unnest(string_to_array(c.path, '/')) as part
                            where part = any(:areas)
                            limit 1), 'none')
                        end) as named (code)
                    where :by <> 'month'
                    union all
                    select to_char(month, 'YYYY-MM'),
                        greatest(month at time zone :zone, :since),
                        least((month + interval '1 month') at time zone :zone
                            - interval '1 microsecond', :until)
                    from (
                        select distinct date_trunc('month', at at time zone :zone)
                        from (values (c.reported_at), (c.filed_at), (c.due_at)) as dates (at)
                        where at between :since and :until) as months (month)
                    where :by = 'month'
                ) as g
                cross join lateral (
                    select c.state <> 'MERGED' as stands,
                        c.source = 'patrol' and c.self_handled as own,
                        c.source in ('resident', 'hotline_12345') as by_reporter,
                        c.returns > 0 and exists (
                            select from cases.published_ruling r
                            where r.county_code = c.county_code and r.case_id = c.id
                                and r.responsible is not null and r.at <= :asOf) as shirked,
                        coalesce(c.checked_at <= :asOf, false) or c.reworks > 0 as checked,
                        coalesce(c.handled_at <= :asOf, false) as done,
                        coalesce(c.refused_at <= :asOf, false) as refused,
                        coalesce(c.dispatched_at <= :asOf, false) as dispatched,
                        coalesce(c.closed_at <= :asOf, false) as closed,
                        coalesce(coalesce(c.handled_at, c.closed_at) <= c.due_at, false)
                            and not c.forced as in_time,
                        coalesce(c.due_at <= :asOf, false)
                            and not coalesce(c.handled_at <= :asOf, false)
                            as waiting_too_long
                ) as facts
                cross join lateral (
                    select not closed and not coalesce(c.cancelled_at <= :asOf, false)
                            and c.state <> 'REFUSED' as open,
                        not closed and coalesce(c.held_until > :asOf, false) as on_hold
                ) as standing
                cross join lateral (
                    select c.reported_at between g.since and g.until as reported_then,
                        stands and coalesce(c.filed_at between g.since and g.until, false)
                            as filed_then,
                        stands and not on_hold and coalesce(c.filed_at <= :asOf
                            and c.due_at between g.since and g.until, false) as due_then
                ) as cohort
                where (c.reported_at between :since and :until
                        or c.filed_at between :since and :until
                        or c.due_at between :since and :until)
                    and (:area::text is null or starts_with(c.path, :area))
                    and (starts_with(c.path, :mostlyIn) or c.unit_code = any(:units) or exists (
                        select 1 from unnest(:scope::text[]) as path
                        where starts_with(c.path, path)))
            )
            """;

    private static final String COUNT =
            FACTS
                    + """
                    select "group", own,
                    """
                    + ofEachSet("count(*) filter (where %1$s) as %1$s,")
                    + """
                        percentile_cont(0.5) within group (order by hours)
                            filter (where timed) as median_hours,
                        percentile_cont(0.9) within group (order by hours)
                            filter (where timed) as p90_hours,
                        avg(hours) filter (where timed) as mean_hours
                    from fact
                    group by "group", own
                    order by "group", own
                    """;

    private static final String BEHIND =
            """
            from fact
            where (:group::text is null or "group" = :group)
                and case :set
            """
                    + ofEachSet("when '%1$s' then %1$s")
                    + """
                        end
                    """;

    private static final String FIND =
            FACTS
                    + """
                    select county_code, id, reported_at
                    """
                    + BEHIND
                    + """
                        and (:afterAt::timestamptz is null
                            or (reported_at, id) < (:afterAt, :afterId))
                    order by reported_at desc, id desc
                    limit :limit
                    """;

    private static final String COUNT_BEHIND =
            FACTS
                    + """
                    select count(*)
                    """
                    + BEHIND;

    /** A part of a statement for each set, in which its column is named. */
    private static String ofEachSet(String part) {
        return Arrays.stream(CaseSet.values())
                .map(set -> "        " + part.formatted(set.code()) + "\n")
                .collect(Collectors.joining());
    }

    private final JdbcClient sql;
    private final JsonMapper json;

    IndicatorStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Counts every set, group by group; groups without a case are left out. */
    List<Counted> count(Counting counting) {
        var parts = sql.sql(COUNT).params(parameters(counting)).query(IndicatorStore::read).list();
        return Counted.joined(parts);
    }

    /** How many cases of a group, or of all, belong to a set. */
    long countBehind(Counting counting, @Nullable String group, CaseSet set) {
        return sql.sql(COUNT_BEHIND)
                .params(parameters(counting))
                .param("group", group)
                .param("set", set.code())
                .query(Long.class)
                .single();
    }

    /** The cases of a group, or of all, that belong to a set: the newest first. */
    List<Found> find(
            Counting counting,
            @Nullable String group,
            CaseSet set,
            @Nullable Found after,
            int limit) {
        return sql.sql(FIND)
                .params(parameters(counting))
                .param("group", group)
                .param("set", set.code())
                .param("afterAt", after == null ? null : Timestamp.from(after.reportedAt()))
                .param("afterId", after == null ? 0 : after.key().id())
                .param("limit", limit)
                .query((row, number) ->
                        new Found(
                                new CaseKey(row.getString("county_code"), row.getLong("id")),
                                row.getTimestamp("reported_at").toInstant()))
                .list();
    }

    private Map<String, @Nullable Object> parameters(Counting counting) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("since", Timestamp.from(counting.period().since()));
        parameters.put("until", Timestamp.from(counting.period().until()));
        parameters.put("asOf", Timestamp.from(counting.period().until()));
        parameters.put("by", counting.by().byArea() ? "area" : counting.by().code());
        parameters.put("zone", counting.zone().getId());
        parameters.put("areas", counting.areas().toArray(String[]::new));
        parameters.put("majors", json.writeValueAsString(counting.majors()));
        parameters.put("area", counting.areaPath());
        // asked first, since for nearly everybody it settles the matter
        parameters.put("mostlyIn", counting.scope().areaPaths().stream().findFirst().orElse(null));
        parameters.put("scope", counting.scope().areaPaths().toArray(String[]::new));
        parameters.put("units", counting.scope().units().toArray(String[]::new));
        return parameters;
    }

    private static Counted.Part read(ResultSet row, int number) throws SQLException {
        var cases = new EnumMap<CaseSet, Long>(CaseSet.class);
        for (var set : CaseSet.values()) {
            cases.put(set, row.getLong(set.code()));
        }
        var median = row.getObject("median_hours", Double.class);
        return new Counted.Part(
                row.getString("group"),
                row.getBoolean("own"),
                cases,
                median == null
                        ? null
                        : new Counted.Hours(
                                median, row.getDouble("p90_hours"), row.getDouble("mean_hours")));
    }
}
