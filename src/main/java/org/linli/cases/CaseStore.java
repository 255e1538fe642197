package org.linli.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditPart;
import org.linli.audit.Thing;
import org.linli.platform.operation.Claim;
import org.linli.platform.operation.Operation;
import org.linli.rules.RuleBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps cases: each step is one statement that moves the case and tells its history. */
@Repository
class CaseStore {

    private static final String FIND =
            """
            select f.county_code, f.id, f.case_no, f.version, f.state, f.flow, f.source, f.source_system,
                f.matter_code, f.matter_version, f.condition_no, f.time_limit,
                f.rules_version, f.text, f.lon, f.lat,
                f.placement, f.cell_code, f.path, f.address, f.reported_at, f.reporter,
                f.accepted_at, f.found, f.filed_at, f.refused_at, f.dispatched_at, f.unit_code,
                f.handled_at, f.handlers, f.checked_at, f.closed_at, f.due_at, f.held_until,
                f.merged_into, f.self_handled, f.sampled, f.dispatches, f.returns, f.reworks,
                f.reopenings, f.extensions, f.escalations, f.rating, f.solved, f.rated_at, f.awaiting,
                f.returned_by, f.ruled, f.extended, f.reworked, f.forced,
                f.affairs
            from cases.case_file f
            """;

    private static final String FIND_BY_KEY =
            FIND
                    + """
                    where f.county_code = :county and f.id = :id
                    """;

    private static final String FIND_THESE =
            FIND
                    + """
                    join unnest(:counties::text[], :ids::bigint[]) as wanted (county_code, id)
                        using (county_code, id)
                    """;

    private static final String FIND_BY_CODE =
            FIND
                    + """
                    join cases.tracking t on f.county_code = t.county_code and f.id = t.case_id
                    where t.code = :code
                    """;

    /** What somebody follows by opening a case: it, or those it was split into. */
    private static final String FOLLOWED =
            FIND
                    + """
                    where f.county_code = :county and f.state <> 'SPLIT' and f.id in (
                        with recursive led (id) as (
                            values (:id::bigint)
                            union
                            select part.child_id
                            from led
                            join cases.part on part.county_code = :county
                                and part.parent_id = led.id
                        )
                        select id from led
                    )
                    order by f.id
                    """;

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

    private static final String LAST_TOLD =
            """
            select max(at) from cases.case_event where county_code = :county and case_id = :id
            """;

    private static final String HISTORY =
            """
            select id, version, step, state, at, recorded_at, actor, actor_name, actor_role,
                unit_code, note, carried
            from cases.case_event
            where county_code = :county and case_id = :id
            order by version
            """;

    private static final String HISTORIES =
            """
            select county_code, case_id, e.id, version, step, state, at, recorded_at, actor,
                actor_name, actor_role, unit_code, note, carried
            from cases.case_event e
            join unnest(:counties::text[], :ids::bigint[]) as wanted (county_code, case_id)
                using (county_code, case_id)
            order by county_code, case_id, version
            """;

    private static final String FOLLOWERS =
            """
            with recursive led (id) as (
                values (:id::bigint)
                union
                select part.parent_id
                from led
                join cases.part on part.county_code = :county and part.child_id = led.id
            )
            select count(*)
            from cases.tracking
            where county_code = :county and case_id in (select id from led)
            """;

    private static final String NUMBER =
            """
            select case_no from cases.case_file where county_code = :county and id = :id
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final RuleBook rules;

    CaseStore(JdbcClient sql, JsonMapper json, RuleBook rules) {
        this.sql = sql;
        this.json = json;
        this.rules = rules;
    }

    Optional<CaseFile> find(String caseNo) {
        return CaseNumber.key(caseNo)
                .flatMap(this::find)
                .filter(file -> file.caseNo().equals(caseNo));
    }

    Optional<CaseFile> find(CaseKey key) {
        return sql.sql(FIND_BY_KEY)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query((row, _) -> CaseColumns.read(row, json, rules))
                .optional();
    }

    /** The case a tracking code opens: the reported one, or the one it was merged into. */
    Optional<CaseFile> tracked(String code) {
        return sql.sql(FIND_BY_CODE)
                .param("code", code)
                .query((row, _) -> CaseColumns.read(row, json, rules))
                .optional();
    }

    /**
     * The cases that somebody who follows this one follows: itself, or where it was split, those it
     * was split into, as far as the caller may see them.
     */
    List<CaseFile> followed(CaseFile file) {
        return file.state() instanceof CaseState.SplitUp
                ? sql.sql(FOLLOWED)
                        .param("county", file.key().countyCode())
                        .param("id", file.key().id())
                        .query((row, _) -> CaseColumns.read(row, json, rules))
                        .list()
                : List.of(file);
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

    /** When the latest of what is told of a case was done. */
    Instant lastToldAt(CaseKey key) {
        return sql.sql(LAST_TOLD)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    List<CaseEvent> history(CaseKey key) {
        return sql.sql(HISTORY)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query((row, number) -> CaseColumns.event(row, json))
                .list();
    }

    List<CaseFile> find(Collection<CaseKey> keys) {
        return these(FIND_THESE, keys).query((row, _) -> CaseColumns.read(row, json, rules)).list();
    }

    Map<CaseKey, List<CaseEvent>> histories(Collection<CaseKey> keys) {
        var histories = new HashMap<CaseKey, List<CaseEvent>>();
        these(HISTORIES, keys)
                .query(row -> {
                    var key = new CaseKey(row.getString("county_code"), row.getLong("case_id"));
                    histories
                            .computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(CaseColumns.event(row, json));
                });
        return histories;
    }

    private StatementSpec these(String question, Collection<CaseKey> keys) {
        return sql.sql(question)
                .param("counties", keys.stream().map(CaseKey::countyCode).toArray(String[]::new))
                .param("ids", keys.stream().map(CaseKey::id).toArray(Long[]::new));
    }

    /** How many reporters follow the case, or what it is a part of. */
    int followers(CaseKey key) {
        return sql.sql(FOLLOWERS)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query(Integer.class)
                .single();
    }

    /** The number of the case this one was merged into; null if it was not, or out of reach. */
    @Nullable String survivor(CaseFile file) {
        return file.state() instanceof CaseState.Merged(var into)
                ? sql.sql(NUMBER)
                        .param("county", file.key().countyCode())
                        .param("id", into)
                        .query(String.class)
                        .optional()
                        .orElse(null)
                : null;
    }

    /** The trace of what became of a case by one operation. */
    static AuditPart audited(CaseFile file, List<CaseEvent> events, Operation operation) {
        var acts = events.stream().map(CaseStore::act).toList();
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

    static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
