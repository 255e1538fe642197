package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.audit.Act;
import org.linli.audit.AuditPart;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.calendar.Calendar;
import org.linli.calendar.CalendarChanged;
import org.linli.calendar.TimeLimit;
import org.linli.calendar.WorkingTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves the due times of clocks that run, or may run on, when the calendar turns out otherwise than
 * was thought, as it does each year when the holidays of the next are announced. Each move is told
 * in the history.
 */
@Component
class DueTimes {

    private static final Logger LOG = LoggerFactory.getLogger(DueTimes.class);

    /**
     * Work that waits for its check may yet be sent back, on the same clock. What was handled
     * before the first day changed stays as early or as late as it was.
     */
    private static final String RUNNING =
            """
            select county_code, id, case_no, version, dispatched_at, time_limit, due_at, extended,
                (affairs #>> '{hold,from}')::timestamptz as held_from,
                (affairs #>> '{hold,endedAt}')::timestamptz as resumed_at
            from cases.case_file
            where (state in ('FILED', 'DISPATCHED') or state = 'HANDLED' and handled_at < :from)
                and due_at >= :from and dispatched_at is not null and time_limit is not null
            """;

    private static final String MOVE =
            """
            with moved as (
                update cases.case_file
                set due_at = :due, version = version + 1
                where county_code = :county and id = :id and version = :version
                returning county_code, id, version, state, unit_code
            ), told as (
                insert into cases.case_event (county_code, id, case_id, version, step, state, at,
                    recorded_at, actor, actor_name, actor_role, unit_code, note, carried)
                select county_code, :eventId, id, version, 'recompute', state, :now, :now,
                    'system', '', 'system', unit_code, '', :carried::jsonb
                from moved
            ),
            """
                    + AuditPart.beside("moved")
                    + """
                    select id from moved
                    """;

    private record Running(
            CaseKey key,
            String caseNo,
            int version,
            Instant startedAt,
            TimeLimit limit,
            int extended,
            @Nullable Instant heldFrom,
            @Nullable Instant resumedAt,
            Instant dueAt) {

        /** The limit, as often as it was granted, but for the time on hold on this clock. */
        Instant dueBy(WorkingTime time) {
            var due = time.due(startedAt, limit.times(1 + extended)).at();
            return heldFrom == null || resumedAt == null || heldFrom.isBefore(startedAt)
                    ? due
                    : time.resumed(due, heldFrom, resumedAt, limit.kind());
        }
    }

    private final JdbcClient sql;
    private final CaseIds ids;
    private final AuditTrail trail;
    private final Calendar calendar;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueTimes(
            JdbcClient sql,
            CaseIds ids,
            AuditTrail trail,
            Calendar calendar,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.trail = trail;
        this.calendar = calendar;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Apart from the transaction that changed the calendar, which is somebody's own. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(CalendarChanged change) {
        AccessContext.asSystem(
                "due times", () -> transaction.executeWithoutResult(_ -> recompute(change)));
    }

    private void recompute(CalendarChanged change) {
        var from = change.from().atStartOfDay(calendar.zone()).toInstant();
        var moved = running(from).stream().filter(this::move).count();
        LOG.info("The calendar changed from {} on: {} due times moved", change.from(), moved);
    }

    private List<Running> running(Instant from) {
        return sql.sql(RUNNING)
                .param("from", Timestamp.from(from))
                .query((row, number) ->
                        new Running(
                                new CaseKey(row.getString("county_code"), row.getLong("id")),
                                row.getString("case_no"),
                                row.getInt("version"),
                                row.getTimestamp("dispatched_at").toInstant(),
                                TimeLimit.parse(row.getString("time_limit")),
                                row.getInt("extended"),
                                instant(row, "held_from"),
                                instant(row, "resumed_at"),
                                row.getTimestamp("due_at").toInstant()))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** Whether the due time is another now; a case that moves at the same moment keeps its own. */
    private boolean move(Running running) {
        var dueAt = running.dueBy(calendar.workingTime());
        if (dueAt.equals(running.dueAt())) {
            return false;
        }
        var carried = Map.of("dueBefore", running.dueAt(), "dueAt", dueAt);
        var event = trail.now(Act.CASE_RECOMPUTE, Thing.CASE, running.caseNo());
        return sql.sql(MOVE)
                .param("due", Timestamp.from(dueAt))
                .param("county", running.key().countyCode())
                .param("id", running.key().id())
                .param("version", running.version())
                .param("eventId", ids.next())
                .param("now", Timestamp.from(clock.instant()))
                .param("carried", json.writeValueAsString(carried))
                .params(new AuditPart(event).parameters())
                .query(Long.class)
                .optional()
                .isPresent();
    }
}
