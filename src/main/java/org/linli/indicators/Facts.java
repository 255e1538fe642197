package org.linli.indicators;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Says once what belongs to each {@link CaseSet}, for whatever counts cases, finds those that were
 * counted, or keeps count of them.
 */
final class Facts {

    /**
     * For each case what may be said of it as of the end of the period, and the group it counts in.
     * By month a case is there once for each month that one of its dates lies in, and each date
     * counts in its own.
     */
    private static final String ALL =
            """
            with fact as (
                select c.county_code, c.id, c.version, c.path, c.source, c.matter_code, c.unit_code,
                    c.reported_at, c.filed_at, c.due_at, c.closed_at, c.dispatched_at,
                    g.code as "group", own,
                    (select min(at)
                    from (values (c.reported_at), (c.filed_at), (c.refused_at),
                        (c.dispatched_at), (c.handled_at), (c.checked_at), (c.closed_at),
                        (c.due_at), (c.held_until), (c.cancelled_at)) as times (at)
                    where at > :asOf) as turns_at,
                    extract(epoch from (c.closed_at - c.dispatched_at)) / 3600 as hours,

                    reported_then and c.state <> 'SPLIT' as reports,
                    reported_then and stands as reported,
                    reported_then and c.state = 'MERGED' as duplicates,
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
                    due_then and closed and in_time as due_on_time,

                    filed_then and dispatched and (
                        coalesce(c.handled_at <= in_a_day, false)
                        or exists (
                            select from cases.published_answer a
                            where a.county_code = c.county_code and a.case_id = c.id
                                and a.at between c.dispatched_at and in_a_day)) as taken_in_time,
                    filed_then and can_be_asked as reachable,
                    filed_then and can_be_asked and exists (
                        select from cases.published_contact t
                        where t.county_code = c.county_code and t.case_id = c.id
                            and t.recorded_at between c.dispatched_at and in_a_day) as contacted,
                    filed_then and exists (
                        select from cases.published_call w
                        where w.county_code = c.county_code and w.case_id = c.id
                            and w.meet_at <= :asOf) as whistled,
                    filed_then and (
                        select coalesce(bool_and(coalesce(w.arrived_at <= w.meet_at, false)), false)
                        from cases.published_call w
                        where w.county_code = c.county_code and w.case_id = c.id
                            and w.meet_at <= :asOf) as came_in_time,
                    filed_then and open and on_hold
                        and coalesce(c.held_since + interval '90 days' <= :asOf, false)
                        as long_held,
                    filed_then and exists (
                        select from cases.published_course e
                        where e.path = c.path and e.matter_code = c.matter_code
                            and (e.county_code, e.id) <> (c.county_code, c.id)
                            and e.reported_at >= c.reported_at - interval '15 days'
                            and e.reported_at < c.reported_at
                            and e.filed_at <= c.reported_at and e.state not in ('MERGED', 'SPLIT')
                            and abs(e.lat - c.lat) * 111195 <= 50
                            and abs(e.lon - c.lon) * 111195 * cos(radians(c.lat)) <= 50)
                        as recurred,
                    filed_then and exists (
                        select from checks.published_draw d
                        where d.county_code = c.county_code and d.case_id = c.id
                            and d.drawn_at <= :asOf) as drawn,
                    filed_then and exists (
                        select from checks.published_draw d
                        where d.county_code = c.county_code and d.case_id = c.id
                            and d.done_at <= :asOf) as looked_at,
                    filed_then and exists (
                        select from premises.published_fault f
                        where f.county_code = c.county_code and f.case_no = c.case_no) as faults,
                    filed_then and exists (
                        select from premises.published_fault f
                        where f.county_code = c.county_code and f.case_no = c.case_no
                            and f.mended) as mended,
                    found_then as found_by_visit,
                    found_then and c.state <> 'MERGED' and exists (
                        select from checks.published_found v
                        where v.county_code = c.county_code and v.case_id = c.id
                            and v.at between g.since and g.until
                            and not v.reported) as missed,
                    filed_then and coalesce(
                        jsonb_exists(:frequent::jsonb -> g.code, c.matter_code), false)
                        as frequent
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
                        from (values (c.reported_at), (c.filed_at), (c.due_at)
                            union all
                            select v.at
                            from checks.published_found v
                            where :visited and v.county_code = c.county_code
                                and v.case_id = c.id) as dates (at)
                        where at between :since and :until) as months (month)
                    where :by = 'month'
                ) as g
                cross join lateral (
                    select c.state not in ('MERGED', 'SPLIT') as stands,
                        least(c.dispatched_at + interval '24 hours', :asOf) as in_a_day,
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
                        not closed and coalesce(c.held_until > :asOf, false) as on_hold,
                        dispatched and by_reporter and c.flow = 'case' and exists (
                            select from cases.published_reachable r
                            where r.county_code = c.county_code and r.case_id = c.id) as can_be_asked
                ) as standing
                cross join lateral (
                    select c.reported_at between g.since and g.until as reported_then,
                        stands and coalesce(c.filed_at between g.since and g.until, false)
                            as filed_then,
                        stands and not on_hold and coalesce(c.filed_at <= :asOf
                            and c.due_at between g.since and g.until, false) as due_then,
                        not refused and exists (
                            select from checks.published_found v
                            where v.county_code = c.county_code and v.case_id = c.id
                                and v.at between g.since and g.until) as found_then
                ) as cohort
            """;

    private Facts() {}

    /** The beginning of a statement, in which {@code fact} has the facts of some cases. */
    static String of(String which) {
        return ALL + "where " + which + ")\n";
    }

    /** A part of a statement for each of these sets, in which its column is named. */
    static String ofEach(Collection<CaseSet> sets, String part) {
        return sets.stream()
                .map(set -> "        " + part.formatted(set.code(), set.ordinal()) + "\n")
                .collect(Collectors.joining());
    }
}
