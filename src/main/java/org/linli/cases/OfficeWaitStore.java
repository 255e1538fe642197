package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.OfficeWait.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps which cases wait for an office, and until when they may. */
@Repository
class OfficeWaitStore extends DueStore {

    /** A hold that ended begins the waiting anew. */
    private static final String STANDING =
            """
            select f.county_code, f.id, f.state, f.flow = 'service' as service, f.rules_version,
                (
                    select max(e.at)
                    from cases.case_event e
                    left join cases.case_event before
                        on before.county_code = e.county_code and before.case_id = e.case_id
                        and before.version = e.version - 1
                    where e.county_code = f.county_code and e.case_id = f.id
                        and (before.state is null or before.state <> e.state
                            or e.step = 'unhold')
                ) as since
            from jsonb_to_recordset(:keys::jsonb) as key ("countyCode" text, id bigint)
            join cases.case_file f on f.county_code = key."countyCode" and f.id = key.id
            where f.state in ('REPORTED', 'ACCEPTED', 'VERIFIED', 'FILED')
                and f.held_until is null and f.awaiting is null and f.cancelled_at is null
            """;

    /** Nobody is told twice of the same wait. */
    private static final String PUT =
            """
            insert into cases.office_wait (county_code, case_id, kind, since, due_at, settled_at)
            select "countyCode", "caseId", kind, "startedAt", "dueAt",
                case when "dueAt" < :known then :now::timestamptz end
            from jsonb_to_recordset(:rows::jsonb) as made ("countyCode" text, "caseId" bigint,
                kind text, "startedAt" timestamptz, "dueAt" timestamptz)
            on conflict (county_code, case_id) do update
            set kind = excluded.kind, since = excluded.since, due_at = excluded.due_at,
                settled_at = excluded.settled_at
            where (office_wait.kind, office_wait.since, office_wait.due_at)
                is distinct from (excluded.kind, excluded.since, excluded.due_at)
            """;

    private static final String FORGET =
            """
            delete from cases.office_wait w
            using jsonb_to_recordset(:keys::jsonb) as key ("countyCode" text, id bigint)
            where w.county_code = key."countyCode" and w.case_id = key.id
            """;

    private static final String FORGET_ALL =
            """
            delete from cases.office_wait
            """;

    /**
     * Whether a case stands where it did when its wait began: the log is followed a moment later.
     */
    static final String STANDS =
            """
            case w.kind
                when 'ACCEPT' then f.state = 'REPORTED'
                when 'VERIFY' then f.state = 'ACCEPTED'
                else f.state in ('ACCEPTED', 'VERIFIED', 'FILED')
            end
            """;

    private static final String FALLEN =
            """
            select w.county_code, w.case_id, f.case_no, w.kind, w.since as started_at,
                w.due_at as at, w.due_at, f.level, f.path, f.matter_code
            from cases.office_wait w
            join cases.case_file f on f.county_code = w.county_code and f.id = w.case_id
            where w.settled_at is null and w.due_at <= :now
                and
            """
                    + STANDS
                    + """
                    order by w.due_at
                    limit :limit
                    for update of w skip locked
                    """;

    /** A case waits for one office at a time. */
    private static final String SETTLE =
            """
            update cases.office_wait
            set settled_at = :now
            where county_code = :county and case_id = :id
            """;

    private static final String OF_CASE =
            """
            select w.kind, w.since, w.due_at
            from cases.office_wait w
            join cases.case_file f on f.county_code = w.county_code and f.id = w.case_id
            where w.county_code = :county and w.case_id = :id and
            """
                    + STANDS;

    /** A case that stands at an office. */
    record Standing(
            CaseKey key,
            String state,
            boolean service,
            @Nullable Integer rulesVersion,
            Instant since) {}

    OfficeWaitStore(JdbcClient sql, JsonMapper json) {
        super(sql, json, new Statements(PUT, FORGET, FORGET_ALL, FALLEN, SETTLE));
    }

    /** Which of these cases stand at an office now. */
    List<Standing> standing(Collection<CaseKey> keys) {
        return sql.sql(STANDING)
                .param("keys", json.writeValueAsString(keys))
                .query((row, _) ->
                        new Standing(
                                new CaseKey(row.getString("county_code"), row.getLong("id")),
                                row.getString("state"),
                                row.getBoolean("service"),
                                row.getObject("rules_version", Integer.class),
                                row.getTimestamp("since").toInstant()))
                .list();
    }

    @Override
    OfficeLate news(Due due, ResultSet row) throws SQLException {
        return new OfficeLate(
                due.key(),
                row.getString("case_no"),
                Kind.valueOf(due.kind()),
                due.dueAt(),
                row.getString("level"),
                row.getString("path"),
                row.getString("matter_code"));
    }

    Optional<OfficeWait> of(CaseKey key) {
        return sql.sql(OF_CASE)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query((row, _) ->
                        new OfficeWait(
                                Kind.valueOf(row.getString("kind")),
                                row.getTimestamp("since").toInstant(),
                                row.getTimestamp("due_at").toInstant()))
                .optional();
    }
}
