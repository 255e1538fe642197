package org.linli.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;

/** When something told later happened, as far as that can be believed. */
final class Occurrence {

    /** A phone may have been without a network that long. */
    static final Duration OLDEST = Duration.ofDays(30);

    /** Clocks of phones differ that much from ours. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private Occurrence() {}

    /**
     * The time itself, or now where the sender's clock is a little ahead.
     *
     * @return null where the sender did not say
     * @throws InvalidValue if it lies in the future, or too long ago
     */
    static @Nullable Instant checked(@Nullable Instant told, Instant now) {
        if (told == null) {
            return null;
        }
        if (told.isAfter(now.plus(SKEW))) {
            throw new InvalidValue("report/in-the-future", "occurredAt");
        }
        if (told.isBefore(now.minus(OLDEST))) {
            throw new InvalidValue("report/too-long-ago", "occurredAt", OLDEST.toDays());
        }
        return told.isAfter(now) ? now : told;
    }
}
