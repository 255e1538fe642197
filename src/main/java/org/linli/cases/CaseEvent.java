package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case. Never changed once written.
 *
 * @param id in the log of all cases
 * @param version of the case that it made, from 1
 * @param step the step's code, or {@code report}
 * @param state the code of the state it led to
 * @param at when it happened; offline work is told later
 * @param recordedAt when Linli was told
 * @param unitCode who answers for the case from here on; null is the grid or the street office
 * @param carried what the step carried besides the note, by its name in the API
 */
public record CaseEvent(
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

    public CaseEvent {
        carried = Map.copyOf(carried);
    }

    /** The photos that came with it. */
    List<UUID> photoIds() {
        return carried.get("photoIds") instanceof List<?> ids
                ? ids.stream().map(id -> UUID.fromString(id.toString())).toList()
                : List.of();
    }

    /** What was said to something that the step asked for; empty if nothing was. */
    Optional<String> said(String name) {
        return Optional.ofNullable(carried.get(name)).map(Object::toString);
    }

    /** The same, done at another time. */
    CaseEvent doneAt(Instant then) {
        return new CaseEvent(
                id,
                version,
                step,
                state,
                then,
                recordedAt,
                actor,
                actorName,
                actorRole,
                unitCode,
                note,
                carried);
    }
}
