package org.linli.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A front door beside {@link Cases}: whom the result of a case goes back to. One matter that
 * several reported is one case, and each of them is told (DOMAIN 2.4).
 */
@Repository
public class MergedReports {

    /**
     * Duplicates of duplicates as well, and what these are parts of; none can lead back to itself,
     * for a merge and a split end a case.
     */
    private static final String OF_CASE =
            """
            with recursive report (id, whole) as (
                values (:id::bigint, null::bigint)
                union
                select other.id, coalesce(other.whole, report.whole)
                from report
                join lateral (
                    select f.id, null::bigint as whole
                    from cases.case_file f
                    where f.county_code = :county and f.merged_into = report.id
                    union all
                    select p.parent_id, p.parent_id
                    from cases.part p
                    where p.county_code = :county and p.child_id = report.id
                ) other on true
            )
            select f.case_no, f.source, f.source_system, f.external_id, f.reported_at,
                whole.case_no as part_of
            from report
            join cases.case_file f on f.county_code = :county and f.id = report.id
            left join cases.case_file whole
                on whole.county_code = :county and whole.id = report.whole
            order by f.reported_at, f.id
            """;

    private static final String RESULT =
            """
            select coalesce(nullif(carried ->> 'answer', ''), nullif(carried ->> 'reason', ''), note)
            from cases.case_event
            where county_code = :county and case_id = :id
                and step in ('refuse', 'self-handle', 'help', 'handle', 'close')
                and coalesce(carried ->> 'answer', carried ->> 'reason', note) <> ''
            order by version desc
            limit 1
            """;

    /** The parts of a case with what came of each, if an event was the last to end one of them. */
    private static final String CONCLUDED =
            """
            with recursive led (id) as (
                values (:id::bigint)
                union
                select part.child_id
                from led
                join cases.part on part.county_code = :county and part.parent_id = led.id
            ), part as (
                select f.county_code, f.id, f.case_no, f.state
                from led
                join cases.case_file f on f.county_code = :county and f.id = led.id
                where f.state <> 'SPLIT'
            ), ending as (
                select e.id
                from part
                join cases.case_event e
                    on e.county_code = part.county_code and e.case_id = part.id
                join cases.case_event before
                    on before.county_code = e.county_code and before.case_id = e.case_id
                    and before.version = e.version - 1
                where e.state = any(:over) and before.state <> all(:over)
                order by e.xid desc, e.id desc
                limit 1
            )
            select part.case_no, part.state,
                (
                    select coalesce(nullif(e.carried ->> 'answer', ''),
                        nullif(e.carried ->> 'reason', ''), e.note)
                    from cases.case_event e
                    where e.county_code = part.county_code and e.case_id = part.id
                        and e.step in ('refuse', 'self-handle', 'help', 'handle', 'close')
                        and coalesce(e.carried ->> 'answer', e.carried ->> 'reason', e.note) <> ''
                    order by e.version desc
                    limit 1
                ) as result
            from part
            where (select id from ending) = :event
                and not exists (select from part open where open.state <> all(:over))
            order by part.id
            """;

    private final JdbcClient sql;

    MergedReports(JdbcClient sql) {
        this.sql = sql;
    }

    /** The reports that a case goes back to, the first first. */
    public List<MergedReport> of(CaseKey key) {
        return sql.sql(OF_CASE)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query((row, _) ->
                        new MergedReport(
                                row.getString("case_no"),
                                row.getString("source"),
                                row.getString("source_system"),
                                row.getString("external_id"),
                                row.getTimestamp("reported_at").toInstant(),
                                row.getString("part_of")))
                .list();
    }

    /**
     * What came of one of the cases that another was split into.
     *
     * @param result what reporters were told last; null while they were told nothing
     */
    public record Outcome(String caseNo, String state, @Nullable String result) {}

    /**
     * What came of all that a case was split into, if this event was the last to end any of it;
     * empty while something is open, and for every other event.
     *
     * @param whole the number of the case that was split
     */
    public List<Outcome> concludedBy(String whole, long event) {
        var key = CaseNumber.key(whole).orElseThrow();
        return sql.sql(CONCLUDED)
                .param("county", key.countyCode())
                .param("id", key.id())
                .param("event", event)
                .param("over", CaseState.OVER.toArray(String[]::new))
                .query((row, _) ->
                        new Outcome(
                                row.getString("case_no"),
                                row.getString("state"),
                                row.getString("result")))
                .list();
    }

    /** What reporters were told last of what came of it; empty while they were told nothing. */
    public Optional<String> result(CaseKey key) {
        return sql.sql(RESULT)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query(String.class)
                .optional();
    }
}
