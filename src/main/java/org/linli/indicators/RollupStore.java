package org.linli.indicators;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseKey;
import org.linli.indicators.CaseSet.Cohort;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps count of cases by day. Cases that moved are counted anew by the same {@link Facts} as every
 * other count; what they were counted as before is taken out, and the difference goes into the
 * days.
 */
@Repository
class RollupStore {

    /** One keeps count at a time, on any number of nodes. */
    private static final String LOCK =
            """
            select pg_advisory_xact_lock(hashtext('indicators.rollups'))
            """;

    private static final String TURNING =
            """
            select county_code, case_id
            from indicators.counted
            where turns_at <= :asOf
            order by turns_at
            limit :limit
            """;

    private static final String THESE =
            "(c.county_code, c.id) in (select * from unnest(:counties::text[], :ids::bigint[]))";

    /** The cases as they are to be counted. */
    private static final String RECOUNTED =
            """
            , recounted as (
                select county_code, id as case_id, version, path, source,
                    coalesce(matter_code, 'none') as matter_code,
                    coalesce(unit_code, 'grid') as unit_code, own,
                    (reported_at at time zone :zone)::date as reported_on,
                    (filed_at at time zone :zone)::date as filed_on,
                    (due_at at time zone :zone)::date as due_on,
                    0::bigint
            """
                    + Facts.ofEach(CaseSet.BY_DAY, "| (coalesce(%1$s::int, 0)::bigint << %2$d)")
                    + """
                                as sets,
                            case when timed
                                then (extract(epoch from closed_at - dispatched_at) * 1000000)::bigint
                                end as took,
                            turns_at
                        from fact
                    )
                    """;

    /**
     * What a change of cases adds to the days and takes from them: for each area that holds the
     * case, and for its source, matter and unit in the two widest of those.
     */
    private static final String DELTA =
            """
            , cohort as (
                select county_code, path, source, matter_code, unit_code, own, day, counts,
                    sum(sign) as sign
                from change
                cross join lateral (values
                    (reported_on, sets & %d), (filed_on, sets & %d), (due_on, sets & %d)
                ) as of_day (day, counts)
                where day is not null and counts <> 0
                group by county_code, path, source, matter_code, unit_code, own, day, counts
                having sum(sign) <> 0
            ), levelled as (
                select k.county_code, l.dimension, a.path, l.code, k.day, k.own, k.counts, k.sign
                from cohort k
                cross join lateral (
                    select string_to_array(btrim(k.path, '/'), '/')) as p (parts)
                cross join lateral (
                    select coalesce(array_position(p.parts, k.county_code), 1)) as t (top)
                cross join lateral (
                    select '/' || array_to_string(p.parts[1 : depth], '/') || '/' as path,
                        p.parts[depth] as code, depth - t.top as below
                    from generate_series(t.top, cardinality(p.parts)) as depth
                ) as a
                cross join lateral (
                    select 'area' as dimension, a.code as code
                    union all
                    select dimension, code
                    from (values ('source', k.source), ('matter', k.matter_code),
                        ('unit', k.unit_code)) as v (dimension, code)
                    where a.below < 2
                ) as l
            ), delta as (
                select county_code, dimension, path, code, day, own,
            """
                            .formatted(mask(Cohort.REPORTED), mask(Cohort.FILED), mask(Cohort.DUE))
                    + listed("sum(sign * (counts >> %2$d & 1)) as %1$s")
                    + """
                        from levelled
                        group by county_code, dimension, path, code, day, own
                    )
                    """;

    private static final String COUNT_ANEW =
            Facts.of(THESE)
                    + RECOUNTED
                    + """
                    , before as (
                        select county_code, case_id, path, source, matter_code, unit_code, own,
                            reported_on, filed_on, due_on, sets
                        from indicators.counted
                        where (county_code, case_id) in (
                            select * from unnest(:counties::text[], :ids::bigint[]))
                    ), kept as (
                        insert into indicators.counted (county_code, case_id, version, path,
                            source, matter_code, unit_code, own, reported_on, filed_on, due_on,
                            sets, took, turns_at)
                        select county_code, case_id, version, path, source, matter_code,
                            unit_code, own, reported_on, filed_on, due_on, sets, took, turns_at
                        from recounted
                        on conflict (county_code, case_id) do update
                        set version = excluded.version, path = excluded.path,
                            source = excluded.source, matter_code = excluded.matter_code,
                            unit_code = excluded.unit_code, own = excluded.own,
                            reported_on = excluded.reported_on, filed_on = excluded.filed_on,
                            due_on = excluded.due_on, sets = excluded.sets,
                            took = excluded.took, turns_at = excluded.turns_at
                    ), change as (
                        select county_code, path, source, matter_code, unit_code, own,
                            reported_on, filed_on, due_on, sets, 1 as sign
                        from recounted
                        union all
                        select county_code, path, source, matter_code, unit_code, own,
                            reported_on, filed_on, due_on, sets, -1
                        from before
                    )
                    """
                    + DELTA
                    + """
                    insert into indicators.daily as d (county_code, dimension, path, code, day,
                        own,
                    """
                    + listed("%1$s")
                    + """
                    )
                    select county_code, dimension, path, code, day, own,
                    """
                    + listed("%1$s")
                    + """
                    from delta
                    on conflict (county_code, dimension, path, code, day, own) do update
                    set
                    """
                    + listed("%1$s = d.%1$s + excluded.%1$s");

    private static final String FORGET_DAYS = "delete from indicators.daily";

    private static final String FORGET_CASES = "delete from indicators.counted";

    /**
     * Cases whose stand in the roll-ups is not what their course says, but for those on the way.
     */
    private static final String MISCOUNTED =
            Facts.of("true")
                    + RECOUNTED
                    + """
                    select r.county_code || '/' || r.case_id
                    from recounted r
                    left join indicators.counted c
                        on c.county_code = r.county_code and c.case_id = r.case_id
                    where c.version = r.version
                        and (c.sets, c.path, c.source, c.matter_code, c.unit_code, c.own,
                            c.reported_on, c.filed_on, c.due_on, c.took)
                        is distinct from (r.sets, r.path, r.source, r.matter_code, r.unit_code,
                            r.own, r.reported_on, r.filed_on, r.due_on, r.took)
                    limit :limit
                    """;

    private static final String ON_THE_WAY =
            """
            select count(*)
            from cases.published_course r
            left join indicators.counted c
                on c.county_code = r.county_code and c.case_id = r.id
            where c.version is null or c.version <> r.version
            """;

    private static final String MISADDED =
            """
            with change as (
                select county_code, path, source, matter_code, unit_code, own,
                    reported_on, filed_on, due_on, sets, 1 as sign
                from indicators.counted
            )
            """
                    + DELTA
                    + """
                    select coalesce(a.dimension, d.dimension) || ' '
                        || coalesce(a.path, d.path) || ' ' || coalesce(a.code, d.code) || ' '
                        || coalesce(a.day, d.day)
                    from delta a
                    full join indicators.daily d using (county_code, dimension, path, code, day,
                        own)
                    where false
                    """
                    + Facts.ofEach(CaseSet.BY_DAY, "or coalesce(a.%1$s, 0) <> coalesce(d.%1$s, 0)")
                    + """
                    limit :limit
                    """;

    private static final String DAYS =
            """
            select count(*) from indicators.daily
            """;

    private final JdbcClient sql;
    private final ZoneId zone;

    RollupStore(JdbcClient sql, @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.sql = sql;
        this.zone = zone;
    }

    /** Lets nobody else keep count until the transaction ends. */
    void lock() {
        sql.sql(LOCK).query((_, _) -> true).single();
    }

    /** Cases that belong to other sets by now though nobody touched them. */
    List<CaseKey> turning(Instant asOf, int atMost) {
        return sql.sql(TURNING)
                .param("asOf", Timestamp.from(asOf))
                .param("limit", atMost)
                .query((row, _) ->
                        new CaseKey(row.getString("county_code"), row.getLong("case_id")))
                .list();
    }

    /** Counts cases anew, as they stand now. */
    void countAnew(List<CaseKey> cases, Instant asOf) {
        sql.sql(COUNT_ANEW)
                .params(parameters(asOf))
                .param("counties", cases.stream().map(CaseKey::countyCode).toArray(String[]::new))
                .param("ids", cases.stream().map(CaseKey::id).toArray(Long[]::new))
                .update();
    }

    void forget() {
        sql.sql(FORGET_DAYS).update();
        sql.sql(FORGET_CASES).update();
    }

    /** Cases that are counted as what they are not. */
    List<String> miscounted(Instant asOf, int atMost) {
        return sql.sql(MISCOUNTED)
                .params(parameters(asOf))
                .param("limit", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Days whose counts are not those of the cases counted. */
    List<String> misadded(int atMost) {
        return sql.sql(MISADDED).param("limit", atMost).query((row, _) -> row.getString(1)).list();
    }

    /** Cases that have moved since they were counted, or were never. */
    long onTheWay() {
        return sql.sql(ON_THE_WAY).query(Long.class).single();
    }

    /** How many counts by day there are. */
    long days() {
        return sql.sql(DAYS).query(Long.class).single();
    }

    private Map<String, @Nullable Object> parameters(Instant asOf) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("since", Timestamp.from(Period.BEGINNING));
        parameters.put("until", Timestamp.from(asOf));
        parameters.put("asOf", Timestamp.from(asOf));
        parameters.put("by", Grouping.NONE.code());
        parameters.put("majors", "{}");
        parameters.put("frequent", "{}");
        parameters.put("visited", false);
        parameters.put("areas", new String[0]);
        parameters.put("zone", zone.getId());
        return parameters;
    }

    private static String listed(String part) {
        return CaseSet.BY_DAY.stream()
                .map(set -> "        " + part.formatted(set.code(), set.ordinal()))
                .collect(Collectors.joining(",\n", "", "\n"));
    }

    /** The bits of the sets that count a case by this time of it. */
    private static long mask(Cohort cohort) {
        return CaseSet.BY_DAY.stream()
                .filter(set -> set.cohort() == cohort)
                .mapToLong(set -> 1L << set.ordinal())
                .sum();
    }
}
