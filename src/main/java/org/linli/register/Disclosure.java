package org.linli.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was shown something of a person.
 *
 * @param unitName the office of who looked
 * @param field which was shown in clear; null where none was
 * @param purpose a code
 * @param caseNo the case it was for; null if it was for none
 */
record Disclosure(
        UUID id,
        Instant at,
        String actor,
        String unitName,
        Act act,
        @Nullable String field,
        String purpose,
        @Nullable String caseNo) {

    /** What was done. */
    enum Act {
        /** Shown masked, as the answer to a look-up. */
        LISTED,
        /** The record was read, masked. */
        OPENED,
        /** One field was shown in clear. */
        UNMASKED,
        /** A code to their own page was given to them. */
        CODE_ISSUED
    }
}
