package org.linli.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a household was told what is kept of it and why.
 *
 * @param version of the text
 * @param givenAt null where an import did not say
 */
record Notice(
        UUID id,
        String version,
        Manner manner,
        String language,
        @Nullable Instant givenAt,
        String givenBy) {

    /** How it was given. */
    enum Manner {
        IN_PERSON,
        PAPER,
        DIGITAL,
        /** A file says that it was. */
        IMPORTED
    }
}
