package org.linli.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A front door beside {@link Cases}: whom the result of a case goes back to. One matter that
 * several reported is one case, and each of them is told (DOMAIN 2.4).
 */
@Repository
public class MergedReports {

    /** Duplicates of duplicates as well; none can lead back to itself, for a merge ends a case. */
    private static final String OF_CASE =
            """
            with recursive report as (
                select county_code, id
                from cases.case_file
                where county_code = :county and id = :id
                union
                select child.county_code, child.id
                from cases.case_file child
                join report on child.county_code = report.county_code
                    and child.merged_into = report.id
            )
            select f.case_no, f.source, f.source_system, f.external_id, f.reported_at
            from report
            join cases.case_file f on f.county_code = report.county_code and f.id = report.id
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
                                row.getTimestamp("reported_at").toInstant()))
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
