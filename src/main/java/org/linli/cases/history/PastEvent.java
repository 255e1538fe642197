package org.linli.cases.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case in the past, as it is stored.
 *
 * @param recordedAt when Linli was told
 * @param actor {@code staff:W0001}, or {@link #NOBODY}
 * @param actorName who that is, or the system that says so; may be empty
 * @param actorRole in which role; empty where nobody said
 * @param unitCode who answers for the case from then on; null is the grid or the street office
 * @param carried what it carried besides the note
 */
record PastEvent(
        long id,
        int version,
        String step,
        String state,
        Instant at,
        Instant recordedAt,
        String actor,
        String actorName,
        String actorRole,
        @Nullable String unitCode,
        String note,
        Map<String, Object> carried) {

    /** Who did it is not known. */
    static final String NOBODY = "import";

    /** A row that came again with other values. */
    static final String CORRECTION = "correction";

    PastEvent {
        carried = Map.copyOf(carried);
    }

    PastEvent numbered(int version) {
        return new PastEvent(
                id,
                version,
                step,
                state,
                at,
                recordedAt,
                actor,
                actorName,
                actorRole,
                unitCode,
                note,
                carried);
    }
}
