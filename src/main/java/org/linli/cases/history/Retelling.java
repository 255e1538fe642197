package org.linli.cases.history;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.cases.CaseIds;
import org.springframework.stereotype.Component;

/** Tells what happened to a case from its row, and what a changed row changed. */
@Component
class Retelling {

    /** Where a case can stand that its row cannot tell from merely reported. */
    private static final Set<String> BEFORE_FILING = Set.of("ACCEPTED", "VERIFIED");

    private final CaseIds ids;
    private final Clock clock;

    Retelling(CaseIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The steps that the times of the row tell of. */
    List<PastEvent> events(PastCase past) {
        var now = clock.instant();
        var teller = past.origin().system().equals(Origin.UNNAMED) ? "" : past.origin().system();
        var events = new ArrayList<PastEvent>();
        for (var step : Unfolding.of(past).steps()) {
            events.add(
                    new PastEvent(
                            ids.next(),
                            events.size() + 1,
                            step.step(),
                            step.state(),
                            step.at(),
                            now,
                            PastEvent.NOBODY,
                            teller,
                            "",
                            step.unitCode(),
                            "",
                            Map.of()));
        }
        return events;
    }

    /**
     * Everything that happened to a case once its row came again with other values: the steps, told
     * anew unless they came in a list of their own, and the corrections, this one last.
     */
    List<PastEvent> corrected(StoredCase before, List<PastEvent> history, PastCase after) {
        var listed = before.imported() != null && before.imported().listed();
        var events = new ArrayList<PastEvent>();
        if (!listed) {
            events.addAll(events(after));
        }
        for (var event : history) {
            if (listed || event.step().equals(PastEvent.CORRECTION)) {
                events.add(event.numbered(events.size() + 1));
            }
        }
        // never lower than a version that somebody may have seen
        var version = Math.max(events.size(), before.version()) + 1;
        events.add(correction(before, after, version, clock.instant()));
        return events;
    }

    private PastEvent correction(StoredCase before, PastCase after, int version, Instant now) {
        return new PastEvent(
                ids.next(),
                version,
                PastEvent.CORRECTION,
                stateOf(before, after),
                now,
                now,
                PastEvent.NOBODY,
                after.origin().system(),
                "",
                after.outcome().unitCode(),
                "",
                Map.of("changed", changes(before.past(), after)));
    }

    private static String stateOf(StoredCase before, PastCase after) {
        var state = after.state();
        return state.equals("REPORTED") && BEFORE_FILING.contains(before.state())
                ? before.state()
                : state;
    }

    private static Map<String, Map<String, String>> changes(PastCase before, PastCase after) {
        var old = before.cells();
        var changes = new LinkedHashMap<String, Map<String, String>>();
        after.cells()
                .forEach((column, value) -> {
                    var was = old.getOrDefault(column, "");
                    if (!was.equals(value)) {
                        changes.put(column, Map.of("old", was, "new", value));
                    }
                });
        return changes;
    }
}
