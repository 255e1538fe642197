package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseDetail.Segment;
import org.linli.cases.CaseStep.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says of cases whose clock has stopped who held their time, and on whom their delay falls. */
@Component
public class HeldTimes {

    private static final String HISTORIES =
            """
            select e.county_code, e.case_id, e.id, e.version, e.step, e.state, e.at, e.recorded_at,
                e.actor, e.actor_name, e.actor_role, e.unit_code, e.note, e.carried, f.due_at
            from cases.case_event e
            join cases.case_file f on f.county_code = e.county_code and f.id = e.case_id
            where (e.county_code, e.case_id) in (
                select * from unnest(:counties::text[], :ids::bigint[]))
            order by e.county_code, e.case_id, e.version
            """;

    private record Told(CaseKey key, CaseEvent event, @Nullable Instant dueAt) {}

    private final JdbcClient sql;
    private final JsonMapper json;

    HeldTimes(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Each holder's time, case by case; none for a case whose clock runs or never ran. */
    public Map<CaseKey, List<HeldTime>> of(List<CaseKey> cases) {
        var histories = new LinkedHashMap<CaseKey, List<Told>>();
        told(cases)
                .forEach(told ->
                        histories.computeIfAbsent(told.key, _ -> new ArrayList<>()).add(told));
        var times = new LinkedHashMap<CaseKey, List<HeldTime>>();
        histories.forEach((key, history) ->
                times.put(
                        key,
                        of(history.stream().map(Told::event).toList(), history.getLast().dueAt)));
        return times;
    }

    private List<Told> told(List<CaseKey> cases) {
        return sql.sql(HISTORIES)
                .param("counties", cases.stream().map(CaseKey::countyCode).toArray(String[]::new))
                .param("ids", cases.stream().map(CaseKey::id).toArray(Long[]::new))
                .query((row, _) -> {
                    var due = row.getTimestamp("due_at");
                    return new Told(
                            new CaseKey(row.getString("county_code"), row.getLong("case_id")),
                            CaseColumns.event(row, json),
                            due == null ? null : due.toInstant());
                })
                .list();
    }

    /** By the events of the clock that ran last. */
    static List<HeldTime> of(List<CaseEvent> history, @Nullable Instant dueAt) {
        var clock = onClock(history);
        if (clock.isEmpty()) {
            return List.of();
        }
        var held = new LinkedHashMap<String, Long>();
        clock.stream()
                .filter(segment -> !segment.held())
                .forEach(segment -> held.merge(charged(segment), seconds(segment), Long::sum));
        var late =
                dueAt == null
                        ? Map.<String, Long>of()
                        : Delay.shared(held, charged(clock.getLast()), limit(clock, dueAt));
        return held.entrySet().stream()
                .map(holder ->
                        new HeldTime(
                                holder.getKey().isEmpty() ? null : holder.getKey(),
                                holder.getValue(),
                                late.getOrDefault(holder.getKey(), 0L)))
                .toList();
    }

    /** The stretches from the first dispatch to the last handling; none while it goes on. */
    private static List<Segment> onClock(List<CaseEvent> history) {
        var begins = Instant.MIN;
        var ends = Instant.MIN;
        for (var event : history) {
            if (event.step().equals(Kind.REOPEN.code())) {
                begins = event.at();
                ends = Instant.MIN;
            } else if (event.step().equals(Kind.REWORK.code())
                    || event.state().equals("DISPATCHED")) {
                ends = Instant.MIN;
            } else if (event.state().equals("HANDLED") && ends.equals(Instant.MIN)
                    || event.state().equals("CLOSED") && ends.equals(Instant.MIN)) {
                ends = event.at();
            }
        }
        var from = begins;
        var to = ends;
        return Segments.of(history, _ -> null, _ -> null).stream()
                .filter(segment -> !segment.from().isBefore(from) && segment.from().isBefore(to))
                .dropWhile(segment -> !segment.state().equals("DISPATCHED"))
                .filter(segment -> segment.to() != null)
                .toList();
    }

    private static long limit(List<Segment> clock, Instant dueAt) {
        var onHold = clock.stream().filter(Segment::held).mapToLong(HeldTimes::seconds).sum();
        return Math.max(0, Duration.between(clock.getFirst().from(), dueAt).toSeconds() - onHold);
    }

    private static long seconds(Segment segment) {
        var to = segment.to();
        return to == null ? 0 : Duration.between(segment.from(), to).toSeconds();
    }

    private static String charged(Segment segment) {
        var unit = segment.chargedTo();
        return unit == null ? "" : unit;
    }
}
