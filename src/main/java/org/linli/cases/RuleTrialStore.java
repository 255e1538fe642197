package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseState.Filing;
import org.linli.catalogue.Flow;
import org.linli.rules.RuleBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads the cases of a district that were reported in some time, each with its history. */
@Repository
class RuleTrialStore {

    private static final String PAST =
            """
            select f.case_no, f.path, f.matter_code, f.matter_version, f.condition_no, f.time_limit,
                f.rules_version, f.flow, f.self_handled,
                (select json_agg(json_build_object('step', e.step, 'at', e.at, 'unit', e.unit_code,
                        'application', e.carried ->> 'application',
                        'heldUntil', e.carried ->> 'heldUntil',
                        'reached', e.carried -> 'reached',
                        'solved', e.carried -> 'solved') order by e.version)
                    from cases.case_event e
                    where e.county_code = f.county_code and e.case_id = f.id) as history
            from cases.case_file f
            where f.county_code = :county and f.reported_at >= :from and f.reported_at < :to
                and f.filed_at is not null and f.matter_version is not null
            order by f.reported_at desc, f.id desc
            limit :most
            """;

    private static final int AT_ONCE = 500;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final RuleBook rules;

    RuleTrialStore(JdbcClient sql, JsonMapper json, RuleBook rules) {
        this.sql = sql;
        this.json = json;
        this.rules = rules;
    }

    /** Hands them on one by one, the newest first; rows are fetched as they are needed. */
    @Transactional(readOnly = true)
    public void each(
            String county, Instant from, Instant to, int most, Consumer<RuleTrial.Past> each) {
        sql.sql(PAST)
                .param("county", county)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", most)
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    each.accept(past(row));
                });
    }

    private RuleTrial.Past past(ResultSet row) throws SQLException {
        return new RuleTrial.Past(
                row.getString("case_no"),
                row.getString("path"),
                new Filing(
                        row.getString("matter_code"),
                        row.getInt("matter_version"),
                        row.getInt("condition_no"),
                        row.getString("time_limit"),
                        rules.version(row.getInt("rules_version"))),
                Flow.of(row.getString("flow")),
                row.getBoolean("self_handled"),
                history(row.getString("history")));
    }

    private List<PastWalk.Told> history(@Nullable String written) {
        return written == null
                ? List.of()
                : Arrays.asList(json.readValue(written, PastWalk.Told[].class));
    }
}
