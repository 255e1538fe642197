package org.linli.cases.history;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step as a row of a list tells it. Each step is told in one way only, so that a list that comes
 * again is known by its tellings.
 *
 * @param actorRole empty where nobody says
 * @param staffId empty where nobody says
 * @param unitCode empty where nobody says
 */
record Telling(
        Instant at, String step, String actorRole, String staffId, String unitCode, String note) {

    private static final String STAFF = "staff:";

    /** How a list would tell what is stored. */
    static Telling of(PastEvent event) {
        return new Telling(
                event.at(),
                event.step(),
                event.actorRole(),
                event.actor().startsWith(STAFF) ? event.actor().substring(STAFF.length()) : "",
                said(event, "unit").or(() -> Optional.ofNullable(event.unitCode())).orElse(""),
                note(event));
    }

    /** Whoever works under this staff id. */
    static String actor(String staffId) {
        return staffId.isEmpty() ? PastEvent.NOBODY : STAFF + staffId;
    }

    /** The score of a rating stands before its note. */
    private static String note(PastEvent event) {
        var note =
                Stream.of(Optional.of(event.note()), said(event, "answer"), said(event, "reason"))
                        .flatMap(Optional::stream)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("")
                        .strip();
        return said(event, "score").map(score -> (score + " " + note).strip()).orElse(note);
    }

    private static Optional<String> said(PastEvent event, String name) {
        return Optional.ofNullable(event.carried().get(name)).map(Object::toString);
    }
}
