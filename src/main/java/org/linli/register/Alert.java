package org.linli.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the privacy officer must look into.
 *
 * @param persons how many persons they had looked at when it was raised
 * @param doneAt null until somebody has
 * @param note what came of it
 */
record Alert(
        UUID id,
        Kind kind,
        String actor,
        String actorName,
        LocalDate day,
        int persons,
        Instant raisedAt,
        @Nullable Instant doneAt,
        String note) {

    enum Kind {
        /** Somebody has looked at more people than a day's work asks for. */
        OVER_BUDGET,
        /** Somebody wanted to go on far beyond that, and was not let. */
        STOPPED,
        /** A reviewer did not find somebody's reason good enough. */
        NOT_JUSTIFIED
    }
}
