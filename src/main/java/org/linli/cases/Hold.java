package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time a case was on hold, of which there is one at most.
 *
 * @param until its date
 * @param endedAt when it did end; null while it lasts
 */
record Hold(Application.Ground ground, Instant from, Instant until, @Nullable Instant endedAt) {

    Hold ended(Instant at) {
        return new Hold(ground, from, until, at);
    }
}
