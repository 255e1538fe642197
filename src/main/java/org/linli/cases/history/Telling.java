package org.linli.cases.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step as a row of a list tells it. Each step is told in one way only, so that a list that comes
 * again is known by its tellings.
 *
 * @param actorRole empty where nobody says
 * @param staffId empty where nobody says
 * @param unitCode empty where nobody says
 * @param note what was said, be it as a note, an answer or a reason
 * @param state that it led to
 * @param details what it carried besides
 */
record Telling(
        Instant at,
        String step,
        String actorRole,
        String staffId,
        String unitCode,
        String note,
        String state,
        Map<String, Object> details) {

    private static final String STAFF = "staff:";

    /** What is said instead of a note, the first that is there. */
    private static final List<String> SAID = List.of("answer", "reason");

    Telling {
        details = Map.copyOf(details);
    }

    /** How a list would tell what is stored. */
    static Telling of(PastEvent event) {
        var details = new HashMap<>(StepDetails.told(event.carried()));
        var note = event.note().isBlank() ? instead(details) : event.note().strip();
        return new Telling(
                event.at(),
                event.step(),
                event.actorRole(),
                event.actor().startsWith(STAFF) ? event.actor().substring(STAFF.length()) : "",
                carried(event, "unit").or(() -> Optional.ofNullable(event.unitCode())).orElse(""),
                carried(event, "score").map(score -> (score + " " + note).strip()).orElse(note),
                event.state(),
                details);
    }

    /** Whoever works under this staff id. */
    static String actor(String staffId) {
        return staffId.isEmpty() ? PastEvent.NOBODY : STAFF + staffId;
    }

    /** What stands in the place of the note need not be told twice. */
    private static String instead(Map<String, Object> details) {
        for (var name : SAID) {
            if (details.remove(name) instanceof String said && !said.isBlank()) {
                return said.strip();
            }
        }
        return "";
    }

    private static Optional<String> carried(PastEvent event, String name) {
        return Optional.ofNullable(event.carried().get(name)).map(Object::toString);
    }
}
