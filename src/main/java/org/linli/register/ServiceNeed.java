package org.linli.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Help that a household is offered for a time.
 *
 * @param clause the clause it is known by; null where consent is the basis
 * @param consent null where a clause is the basis
 * @param endedAt null unless it was ended before its day
 * @param keyId the key the note lies under
 * @param note sealed; empty where nobody said more
 */
record ServiceNeed(
        UUID id,
        UUID household,
        String kind,
        @Nullable String clause,
        @Nullable UUID consent,
        UUID notice,
        LocalDate beginsOn,
        LocalDate endsOn,
        @Nullable Instant endedAt,
        String keyId,
        String note) {

    /** The longest it is kept without being asked for anew. */
    static final int MONTHS = 12;

    boolean isCurrent(LocalDate today) {
        return endedAt == null && !endsOn.isBefore(today);
    }
}
