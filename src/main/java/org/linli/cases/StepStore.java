package org.linli.cases;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditPart;
import org.linli.audit.Thing;
import org.linli.platform.operation.Claim;
import org.linli.platform.operation.Operation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what steps make of cases: one statement moves the case and tells its history. */
@Repository
class StepStore {

    private static final String MOVED =
            """
            with moved as (
                update cases.case_file
                set version = :version, state = :state, flow = :flow, matter_code = :matter,
                    matter_version = :matterVersion, condition_no = :condition,
                    time_limit = :limit, rules_version = :rules, accepted_at = :acceptedAt, found = :found,
                    filed_at = :filedAt, refused_at = :refusedAt, dispatched_at = :dispatchedAt,
                    unit_code = :unit, handled_at = :handledAt, handlers = :handlers,
                    checked_at = :checkedAt, closed_at = :closedAt, due_at = :dueAt,
                    checked_by = case
                        when :step in ('check', 'rework', 'call-back') then :actor
                        when :step in ('handle', 'self-handle', 'help', 'co-answer', 'arrive',
                            'reopen')
                            then null
                        else checked_by
                    end,
                    merged_into = :mergedInto, self_handled = :selfHandled, sampled = :sampled,
                    dispatches = :dispatches, returns = :returns, reworks = :reworks,
                    reopenings = :reopenings, rating = :rating, solved = :solved,
                    rated_at = :ratedAt, awaiting = :awaiting, returned_by = :returnedBy,
                    ruled = :ruled, extended = :extended, reworked = :reworked,
                    card = :card, extensions = :extensions, level = :level, co_units = :coUnits,
                    escalations = :escalations,
                    held_until = :heldUntil, forced = :forced, exempt = :exempt,
                    affairs = :affairs::jsonb
                where county_code = :county and id = :id and version = :version - 1
                returning county_code, id
            ), told as (
                insert into cases.case_event (county_code, id, case_id, version, step, state, at,
                    recorded_at, actor, actor_name, actor_role, unit_code, note, carried)
                select county_code, :eventId, id, :version, :step, :state, :at, :recordedAt, :actor,
                    :actorName, :actorRole, :unit, :note, :carried::jsonb
                from moved
            ),
            """
                    + Claim.beside("moved")
                    + ", "
                    + AuditPart.beside("moved");

    private static final String MOVE =
            MOVED
                    + """
                    select id from moved
                    """;

    /**
     * Whoever followed the case, or what it is a part of, follows the one it is merged into. That
     * one must go on: both are held in the order of their numbers, so that of two that are merged
     * into each other at once one does.
     */
    private static final String MERGE =
            MOVED.replace(
                                    "with moved as (",
                                    """
                                    with both_open as materialized (
                                        select id
                                        from cases.case_file
                                        where county_code = :county and id in (:id, :mergedInto)
                                            and state <> all(:over)
                                        order by id
                                        for update
                                    ), moved as (\
                                    """)
                            .replace(
                                    "and version = :version - 1",
                                    """
                                    and version = :version - 1
                                        and (select count(*) from both_open) = 2\
                                    """)
                    + """
                    , followed as (
                        update cases.tracking t
                        set case_id = :mergedInto
                        from moved
                        where t.county_code = moved.county_code and t.case_id = moved.id
                    ), parted as (
                        update cases.part p
                        set child_id = :mergedInto
                        from moved
                        where p.county_code = moved.county_code and p.child_id = moved.id
                    )
                    select id from moved
                    """;

    /** As such it is over; files know no other word for it. */
    private static final String SPLIT =
            MOVED.replace(
                            "affairs = :affairs::jsonb",
                            "affairs = :affairs::jsonb, cancelled_at = :at")
                    + """
                    select id from moved
                    """;

    /** A place in other words is found by those. */
    private static final String CORRECT =
            MOVED.replace(
                            "affairs = :affairs::jsonb",
                            "affairs = :affairs::jsonb, address = :address")
                    + """
                    , searched as (
                        update cases.case_search s
                        set bigrams = :bigrams
                        from moved
                        where s.county_code = moved.county_code and s.case_id = moved.id
                    )
                    select id from moved
                    """;

    private final JdbcClient sql;
    private final JsonMapper json;

    StepStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Stores a case as a step left it, with the event that tells of it, and claims the operation.
     *
     * @return false if somebody else moved the case in between; nothing is stored then
     */
    boolean move(CaseFile moved, CaseEvent event, Claim claim) {
        return sql.sql(statement(moved, event))
                .params(CaseColumns.of(moved, json).parameters())
                .param("eventId", event.id())
                .param("step", event.step())
                .param("at", Timestamp.from(event.at()))
                .param("recordedAt", Timestamp.from(event.recordedAt()))
                .param("actor", event.actor())
                .param("actorName", event.actorName())
                .param("actorRole", event.actorRole())
                .param("note", event.note())
                .params(corrected(moved, event))
                .param("over", CaseState.OVER.toArray(String[]::new))
                .param("carried", json.writeValueAsString(event.carried()))
                .params(claim.parameters())
                .params(audited(moved, List.of(event), claim.operation()).parameters())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private static String statement(CaseFile moved, CaseEvent event) {
        if (moved.state() instanceof CaseState.Merged) {
            return MERGE;
        }
        if (moved.state() instanceof CaseState.SplitUp) {
            return SPLIT;
        }
        return isCorrection(event) ? CORRECT : MOVE;
    }

    private static Map<String, ?> corrected(CaseFile moved, CaseEvent event) {
        return isCorrection(event)
                ? Map.of("address", moved.report().place().address(), "bigrams", bigrams(moved))
                : Map.of();
    }

    private static boolean isCorrection(CaseEvent event) {
        return event.step().equals(CaseStep.Kind.CORRECT.code());
    }

    /** The trace of what became of a case by one operation. */
    static AuditPart audited(CaseFile file, List<CaseEvent> events, Operation operation) {
        var acts = events.stream().map(StepStore::act).toList();
        var told = events.getFirst();
        var event =
                AuditEvent.of(
                        told.recordedAt(),
                        told.actor(),
                        acts.getFirst(),
                        Thing.CASE,
                        file.caseNo());
        return new AuditPart(event.request(operation.hash()), acts);
    }

    private static Act act(CaseEvent event) {
        return Act.of("case-" + event.step())
                .orElseThrow(() -> new IllegalStateException("No act: " + event.step()));
    }

    static String[] bigrams(CaseFile file) {
        var report = file.report();
        return Bigrams.of(List.of(report.text(), report.place().address())).toArray(String[]::new);
    }
}
