package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.calendar.TimeLimit;
import org.linli.cases.CaseDetail.ShownDeadline;
import org.linli.rules.RuleBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what comes up while clocks run. */
@Repository
class DeadlineStore extends DueStore {

    private static final String CLOCKS =
            """
            select f.county_code, f.id, f.dispatched_at, f.due_at, f.time_limit, f.extended,
                f.rules_version, (f.affairs #>> '{hold,from}')::timestamptz as held_from,
                (f.affairs #>> '{hold,endedAt}')::timestamptz as resumed_at
            from jsonb_to_recordset(:keys::jsonb) as key ("countyCode" text, id bigint)
            join cases.case_file f on f.county_code = key."countyCode" and f.id = key.id
            where f.state in ('FILED', 'DISPATCHED') and f.dispatched_at is not null
                and f.due_at is not null and f.held_until is null
            """;

    /** What has come already stays as it is, unless it is to come once more. */
    private static final String PUT =
            """
            insert into cases.deadline (county_code, case_id, started_at, kind, at, due_at,
                settled_at, told)
            select "countyCode", "caseId", "startedAt", kind, at, "dueAt",
                case when at < :known then :now::timestamptz end, false
            from jsonb_to_recordset(:rows::jsonb) as made ("countyCode" text, "caseId" bigint,
                "startedAt" timestamptz, kind text, at timestamptz, "dueAt" timestamptz)
            on conflict (county_code, case_id, started_at, kind) do update
            set at = excluded.at,
                due_at = excluded.due_at,
                settled_at = case when excluded.at <= :now then deadline.settled_at end,
                told = excluded.at <= :now and deadline.told
            where (deadline.at, deadline.due_at) is distinct from (excluded.at, excluded.due_at)
            """;

    /** Of cases whose clock no longer runs. */
    private static final String FORGET =
            """
            delete from cases.deadline d
            using jsonb_to_recordset(:keys::jsonb) as key ("countyCode" text, id bigint)
            where d.county_code = key."countyCode" and d.case_id = key.id
                and d.settled_at is null
            """;

    /** What has been told stays told. */
    private static final String FORGET_ALL =
            """
            delete from cases.deadline where settled_at is null
            """;

    /** The gravest of each case that has come, unless its case has moved on by now. */
    private static final String FALLEN =
            """
            select d.county_code, d.case_id, f.case_no, d.started_at, d.kind, d.at, d.due_at,
                f.unit_code, f.path, f.matter_code
            from cases.deadline d
            join cases.case_file f on f.county_code = d.county_code and f.id = d.case_id
            where d.settled_at is null and d.at <= :now
                and f.dispatched_at = d.started_at and f.due_at = d.due_at
                and f.state in ('FILED', 'DISPATCHED') and f.held_until is null
                and not exists (
                    select 1
                    from cases.deadline graver
                    where graver.county_code = d.county_code and graver.case_id = d.case_id
                        and graver.started_at = d.started_at and graver.settled_at is null
                        and graver.at <= :now and graver.at > d.at)
            order by d.at
            limit :limit
            for update of d skip locked
            """;

    /** The lesser ones before it are settled with it, and nobody is told of them. */
    private static final String SETTLE =
            """
            update cases.deadline
            set settled_at = :now, told = kind = :kind and :told
            where county_code = :county and case_id = :id and started_at = :startedAt
                and at <= :at and settled_at is null
            """;

    private static final String SHOWN =
            """
            select d.kind, d.at, d.settled_at, d.told
            from cases.deadline d
            join cases.case_file f on f.county_code = d.county_code and f.id = d.case_id
            where d.county_code = :county and d.case_id = :id and d.started_at = f.dispatched_at
            order by d.at
            """;

    private final RuleBook rules;

    DeadlineStore(JdbcClient sql, JsonMapper json, RuleBook rules) {
        super(sql, json, new Statements(PUT, FORGET, FORGET_ALL, FALLEN, SETTLE));
        this.rules = rules;
    }

    /** The clocks of these cases that run. */
    List<OpenClock> clocks(Collection<CaseKey> keys) {
        return sql.sql(CLOCKS)
                .param("keys", json.writeValueAsString(keys))
                .query((row, _) -> clock(row))
                .list();
    }

    @Override
    DeadlineReached news(Due due, ResultSet row) throws SQLException {
        return new DeadlineReached(
                due.key(),
                row.getString("case_no"),
                Deadline.valueOf(due.kind()),
                due.at(),
                due.dueAt(),
                row.getString("unit_code"),
                row.getString("path"),
                row.getString("matter_code"));
    }

    /** What has come and is to come on the clock of a case. */
    List<ShownDeadline> shown(CaseKey key) {
        return sql.sql(SHOWN)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query((row, _) -> shown(row))
                .list();
    }

    private OpenClock clock(ResultSet row) throws SQLException {
        var limit = row.getString("time_limit");
        return new OpenClock(
                new CaseKey(row.getString("county_code"), row.getLong("id")),
                row.getTimestamp("dispatched_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                limit == null ? null : TimeLimit.parse(limit),
                row.getInt("extended"),
                instant(row, "held_from"),
                instant(row, "resumed_at"),
                rules.version(row.getInt("rules_version")).rules().times().warnPercent());
    }

    private static ShownDeadline shown(ResultSet row) throws SQLException {
        var settled = instant(row, "settled_at");
        return new ShownDeadline(
                row.getString("kind").toLowerCase(Locale.ROOT),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("told") ? settled : null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
