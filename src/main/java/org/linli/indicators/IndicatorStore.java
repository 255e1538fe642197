package org.linli.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseKey;
import org.linli.indicators.CaseMix.Stratum;
import org.linli.indicators.CaseMix.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts cases, and finds those that were counted. {@link Facts} says once what belongs to each
 * {@link CaseSet}; counting and finding both go by it, so that no figure differs from its list.
 */
@Repository
class IndicatorStore {

    private static final String FACTS =
            Facts.of(
                    """
                    (c.reported_at between :since and :until
                        or c.filed_at between :since and :until
                        or c.due_at between :since and :until
                        or :visited and exists (
                            select from checks.published_found v
                            where v.county_code = c.county_code and v.case_id = c.id
                                and v.at between :since and :until))
                    and (:area::text is null or starts_with(c.path, :area))
                    and (starts_with(c.path, :mostlyIn) or c.unit_code = any(:units) or exists (
                        select 1 from unnest(:scope::text[]) as path
                        where starts_with(c.path, path)))
                    """);

    private static final String COUNT =
            """
            select "group", own,
            %s
                percentile_cont(0.5) within group (order by hours)
                    filter (where timed) as median_hours,
                percentile_cont(0.9) within group (order by hours)
                    filter (where timed) as p90_hours,
                avg(hours) filter (where timed) as mean_hours
            from fact
            group by "group", own
            order by "group", own
            """;

    /** The three matters that a group has most of. */
    private static final String FREQUENT =
            """
            select "group", array_agg(matter_code) as matters
            from (
                select "group", matter_code, row_number() over (
                    partition by "group" order by count(*) desc, matter_code) as place
                from fact
                where filed and matter_code is not null
                group by "group", matter_code) as counted
            where place <= 3
            group by "group"
            """;

    /** Case by case of the denominator: imported history may count what it never divides by. */
    private static final String MIX =
            """
            select "group", coalesce(:majors::jsonb ->> matter_code, 'none') as major,
                count(*) filter (where %1$s) as counted, count(*) as base,
                count(*) filter (where own and %1$s) as own_counted,
                count(*) filter (where own) as own_base
            from fact
            where %2$s
            group by 1, 2
            order by 1, 2
            """;

    private static final String BEHIND =
            """
            from fact
            where (:group::text is null or "group" = :group) and %s
            """;

    private static final String FIND =
            """
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
            """
            select count(*) from (select
            """
                    + BEHIND
                    + "limit :most) as behind";

    private final JdbcClient sql;
    private final JsonMapper json;

    IndicatorStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Counts these sets, group by group; groups without a case are left out. */
    List<Counted> count(Counting counting, Set<CaseSet> sets) {
        var each = Facts.ofEach(sets, "count(*) filter (where %1$s) as %1$s,");
        var parts =
                sql.sql(FACTS + COUNT.formatted(each))
                        .params(parameters(counting, sets))
                        .query((row, _) -> read(row, sets))
                        .list();
        return Counted.joined(parts);
    }

    /**
     * Counts the cases of a rate, group by group and major class by major class.
     *
     * @param majors the major class of each matter
     */
    List<Stratum> mix(
            Counting counting, Map<String, String> majors, CaseSet counted, CaseSet base) {
        return sql.sql(FACTS + MIX.formatted(counted.code(), base.code()))
                .params(parameters(counting, Set.of(counted, base)))
                .param("majors", json.writeValueAsString(majors))
                .query((row, _) ->
                        new Stratum(
                                row.getString("group"),
                                row.getString("major"),
                                new Tally(row.getLong("counted"), row.getLong("base")),
                                new Tally(row.getLong("own_counted"), row.getLong("own_base"))))
                .list();
    }

    /** How many cases of a group, or of all, belong to a set; no further than to so many. */
    long countBehind(Counting counting, @Nullable String group, CaseSet set, long most) {
        return sql.sql(FACTS + COUNT_BEHIND.formatted(set.code()))
                .params(parameters(counting, Set.of(set)))
                .param("group", group)
                .param("most", most)
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
        return sql.sql(FACTS + FIND.formatted(set.code()))
                .params(parameters(counting, Set.of(set)))
                .param("group", group)
                .param("afterAt", after == null ? null : Timestamp.from(after.reportedAt()))
                .param("afterId", after == null ? 0 : after.key().id())
                .param("limit", limit)
                .query((row, number) ->
                        new Found(
                                new CaseKey(row.getString("county_code"), row.getLong("id")),
                                row.getTimestamp("reported_at").toInstant()))
                .list();
    }

    private Map<String, @Nullable Object> parameters(Counting counting, Set<CaseSet> sets) {
        var parameters = parameters(counting);
        parameters.put(
                "visited", sets.stream().anyMatch(set -> set.cohort() == CaseSet.Cohort.VISITED));
        if (sets.contains(CaseSet.FREQUENT)) {
            var matters = new HashMap<String, List<String>>();
            sql.sql(FACTS + FREQUENT)
                    .params(parameters)
                    .query(row -> {
                        matters.put(
                                row.getString("group"),
                                List.of((String[]) row.getArray("matters").getArray()));
                    });
            parameters.put("frequent", json.writeValueAsString(matters));
        }
        return parameters;
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
        parameters.put("frequent", "{}");
        parameters.put("visited", false);
        parameters.put("area", counting.areaPath());
        // asked first, since for nearly everybody it settles the matter
        parameters.put("mostlyIn", counting.scope().areaPaths().stream().findFirst().orElse(null));
        parameters.put("scope", counting.scope().areaPaths().toArray(String[]::new));
        parameters.put("units", counting.scope().units().toArray(String[]::new));
        return parameters;
    }

    private static Counted.Part read(ResultSet row, Set<CaseSet> sets) throws SQLException {
        var cases = new EnumMap<CaseSet, Long>(CaseSet.class);
        for (var set : sets) {
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
