package org.linli.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a household agreed to.
 *
 * @param withdrawnAt null while it stands
 */
record Consent(
        UUID id, UUID notice, Purpose purpose, Instant givenAt, @Nullable Instant withdrawnAt) {

    /** What for. */
    enum Purpose {
        /** To be offered help. */
        SERVICE,
        /** A guardian agrees that a child under 14 is entered. */
        GUARDIAN
    }

    boolean stands() {
        return withdrawnAt == null;
    }
}
