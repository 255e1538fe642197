package org.linli.checks.signs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseEvent;
import org.linli.cases.CaseKey;

/**
 * What happened to a case until now.
 *
 * @param events in order, at least the report
 * @param dueAt by when it was to be solved as its last event happened; null where there is no limit
 */
public record Course(
        CaseKey key, @Nullable String matter, List<CaseEvent> events, @Nullable Instant dueAt) {

    public Course {
        events = List.copyOf(events);
    }

    CaseEvent last() {
        return events.getLast();
    }

    /** Who answered for the case before its last event; null for the grid or the street office. */
    @Nullable String unitBefore() {
        return events.size() < 2 ? null : events.get(events.size() - 2).unitCode();
    }

    /** The last event of one of these kinds before the last one of all; null if there is none. */
    @Nullable CaseEvent before(String... steps) {
        return events.subList(0, events.size() - 1).stream()
                .filter(event -> List.of(steps).contains(event.step()))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** The units that sent it back, in turn, since it was last opened. */
    List<String> sentBackBy() {
        var units = new ArrayList<String>();
        for (var at = 1; at < events.size(); at++) {
            var unit = events.get(at - 1).unitCode();
            switch (events.get(at).step()) {
                case "reopen" -> units.clear();
                case "return" -> units.add(Objects.requireNonNullElse(unit, ""));
                default -> {}
            }
        }
        return units;
    }

    /** When its clock was started; null while it was not. */
    @Nullable Instant startedAt() {
        Instant started = null;
        for (var event : events) {
            if (event.step().equals("reopen")) {
                started = null;
            } else if (started == null && event.state().equals("DISPATCHED")) {
                started = event.at();
            }
        }
        return started;
    }

    /** Which part of its limit had passed at a moment; 0 where it has none. */
    double passed(Instant at) {
        var started = startedAt();
        if (started == null || dueAt == null || !dueAt.isAfter(started)) {
            return 0;
        }
        return (double) Duration.between(started, at).toMillis()
                / Duration.between(started, dueAt).toMillis();
    }
}
