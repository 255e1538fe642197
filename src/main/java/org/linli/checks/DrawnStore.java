package org.linli.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.Scope;
import org.linli.cases.CaseKey;
import org.linli.cases.LoggedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Closings, what was drawn of them, and what came of it. */
@Repository
class DrawnStore {

    private static final String ADD_CLOSING =
            """
            insert into checks.closing (county_code, case_id, version, case_no, matter_code, path,
                recorded_at, rate)
            values (:county, :case, :version, :caseNo, :matter, :path, :at, :rate)
            on conflict do nothing
            """;

    private static final String FORGET_CLOSINGS =
            """
            delete from checks.closing where recorded_at < :before
            """;

    private static final String CLOSINGS_OF =
            """
            select case_no, version, matter_code, recorded_at, rate
            from checks.closing
            where recorded_at >= :from and recorded_at < :to
                and path ^@ any (:areas::text[])
            order by recorded_at, case_id
            limit 1000
            """;

    private static final String ADD =
            """
            insert into checks.task (county_code, case_id, version, kind, case_no, matter_code,
                unit_code, path, handler, assignee, drawn_at)
            values (:county, :case, :version, :kind, :caseNo, :matter, :unit, :path, :handler,
                :assignee, :at)
            on conflict do nothing
            """;

    private static final String SETTLE =
            """
            update checks.task
            set outcome = :outcome, done_at = :at, done_by = :by
            where county_code = :county and case_id = :case and kind = :kind and outcome is null
                and version < :before
            """;

    private static final String MET =
            """
            select assignee, max(drawn_at) as at
            from checks.task
            where assignee = any (:checkers::text[]) and handler = :handler
            group by assignee
            """;

    private static final String HAD =
            """
            select assignee, max(drawn_at) as at
            from checks.task
            where assignee = any (:checkers::text[])
            group by assignee
            """;

    private static final String WAITING =
            """
            select county_code, case_id, assignee, drawn_at
            from checks.task
            where kind = :kind and outcome is null
                and (assignee is null or assignee = :actor
                    or (assignee, path) in (select * from unnest(:left::text[], :paths::text[])))
                and handler <> :actor and path ^@ any (:areas::text[])
            order by assignee = :actor desc nulls last, drawn_at, case_id
            limit 200
            """;

    private static final String GIVEN =
            """
            select distinct assignee, path
            from checks.task
            where kind = :kind and outcome is null and assignee <> :actor
                and path ^@ any (:areas::text[])
            """;

    private static final String VERSION_TO_SEE =
            """
            select version from checks.task
            where county_code = :county and case_id = :case and kind = 'supervision'
                and outcome is null
            """;

    private static final String QUALITY =
            """
            select %s as grouped, count(*) filter (where outcome = 'solved') as solved,
                count(*) as checked
            from checks.task
            where outcome in ('solved', 'wanting') and done_at >= :from and done_at < :to
                and path ^@ any (:areas::text[]) and path ^@ :area
            group by grouped
            order by grouped
            """;

    private static final String FORGET =
            """
            delete from checks.task
            """;

    private static final String FORGET_ALL_CLOSINGS =
            """
            delete from checks.closing
            """;

    private final JdbcClient sql;

    DrawnStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A closing that could be drawn, and its rate; null where the grid did not close it itself. */
    record Closing(
            String caseNo,
            int version,
            @Nullable String matterCode,
            Instant recordedAt,
            @Nullable Double rate) {}

    /**
     * What waits to be looked at.
     *
     * @param assigned to whoever asks, rather than to anybody
     */
    record Waiting(CaseKey key, boolean assigned, Instant drawnAt) {}

    /** To whom something was given, and where it lies. */
    record Given(String assignee, String path) {}

    /** How many of a group were found solved. */
    record Quality(String group, long solved, long checked) {}

    void add(LoggedEvent event, @Nullable Double rate) {
        sql.sql(ADD_CLOSING)
                .param("county", event.key().countyCode())
                .param("case", event.key().id())
                .param("version", event.version())
                .param("caseNo", event.subject().caseNo())
                .param("matter", event.subject().matterCode(), Types.VARCHAR)
                .param("path", event.subject().path())
                .param("at", Timestamp.from(event.recordedAt()))
                .param("rate", rate, Types.DOUBLE)
                .update();
    }

    /** Whether it is new. */
    boolean add(DrawnTask task) {
        return sql.sql(ADD)
                        .param("county", task.key().countyCode())
                        .param("case", task.key().id())
                        .param("version", task.version())
                        .param("kind", task.purpose().code())
                        .param("caseNo", task.caseNo())
                        .param("matter", task.matterCode(), Types.VARCHAR)
                        .param("unit", task.unitCode(), Types.VARCHAR)
                        .param("path", task.path())
                        .param("handler", task.handler())
                        .param("assignee", task.assignee(), Types.VARCHAR)
                        .param("at", Timestamp.from(task.drawnAt()))
                        .update()
                == 1;
    }

    /** What came of an older closing of a case that nobody had looked at yet. */
    void settle(
            CaseKey key,
            int before,
            DayDraw.Purpose purpose,
            String outcome,
            @Nullable String by,
            Instant at) {
        sql.sql(SETTLE)
                .param("county", key.countyCode())
                .param("case", key.id())
                .param("before", before)
                .param("kind", purpose.code())
                .param("outcome", outcome)
                .param("by", by, Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** When each of the checkers was given work of this handler last. */
    Map<String, Instant> met(List<String> checkers, String handler) {
        return times(MET, checkers, handler);
    }

    /** When each of the checkers was given any work last. */
    Map<String, Instant> had(List<String> checkers) {
        return times(HAD, checkers, "");
    }

    private Map<String, Instant> times(String question, List<String> checkers, String handler) {
        var times = new HashMap<String, Instant>();
        sql.sql(question)
                .param("checkers", checkers.toArray(String[]::new))
                .param("handler", handler)
                .query((row, _) ->
                        times.put(row.getString("assignee"), row.getTimestamp("at").toInstant()))
                .list();
        return times;
    }

    /** To whom others than the actor what waits was given. */
    List<Given> given(DayDraw.Purpose purpose, String actor, Scope scope) {
        return sql.sql(GIVEN)
                .param("kind", purpose.code())
                .param("actor", actor)
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .query((row, _) -> new Given(row.getString("assignee"), row.getString("path")))
                .list();
    }

    /**
     * What waits for the actor, and then for anybody.
     *
     * @param left what was given to somebody who looks there no more
     */
    List<Waiting> waiting(DayDraw.Purpose purpose, String actor, Scope scope, List<Given> left) {
        return sql.sql(WAITING)
                .param("kind", purpose.code())
                .param("actor", actor)
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .param("left", left.stream().map(Given::assignee).toArray(String[]::new))
                .param("paths", left.stream().map(Given::path).toArray(String[]::new))
                .query((row, _) -> waiting(row, actor))
                .list();
    }

    private static Waiting waiting(ResultSet row, String actor) throws SQLException {
        return new Waiting(
                new CaseKey(row.getString("county_code"), row.getLong("case_id")),
                actor.equals(row.getString("assignee")),
                row.getTimestamp("drawn_at").toInstant());
    }

    /** Whether a case waits for a supervisor. */
    boolean isSupervised(CaseKey key) {
        return !sql.sql(VERSION_TO_SEE)
                .param("county", key.countyCode())
                .param("case", key.id())
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    List<Closing> closings(LocalDate day, ZoneId zone, Scope scope) {
        return sql.sql(CLOSINGS_OF)
                .param("from", Timestamp.from(day.atStartOfDay(zone).toInstant()))
                .param("to", Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .query((row, _) ->
                        new Closing(
                                row.getString("case_no"),
                                row.getInt("version"),
                                row.getString("matter_code"),
                                row.getTimestamp("recorded_at").toInstant(),
                                row.getObject("rate", Double.class)))
                .list();
    }

    /** What was found, by matter, by unit or by path. */
    List<Quality> quality(QualityBy by, Scope scope, String area, Instant from, Instant to) {
        return sql.sql(QUALITY.formatted(by.column()))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .param("area", area)
                .query((row, _) ->
                        new Quality(
                                row.getString("grouped"),
                                row.getLong("solved"),
                                row.getLong("checked")))
                .list();
    }

    void forgetClosings(Instant before) {
        sql.sql(FORGET_CLOSINGS).param("before", Timestamp.from(before)).update();
    }

    /** Takes back all that was made from the log. */
    void forget() {
        sql.sql(FORGET).update();
        sql.sql(FORGET_ALL_CLOSINGS).update();
    }
}
