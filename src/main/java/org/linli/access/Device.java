package org.linli.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A phone that somebody works with.
 *
 * @param name as its person calls it
 */
public record Device(
        long id,
        String accountId,
        String name,
        Status status,
        Instant enrolledAt,
        Instant lastSeenAt) {

    /** Only an active phone can be worked with. */
    public enum Status {
        ACTIVE,
        /** Laid aside for a while. */
        SUSPENDED,
        /** Gone, and perhaps in somebody's hands. */
        LOST,
        /** Replaced or taken back; never active again. */
        REVOKED;

        /** As the API spells it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The status so spelt, or empty if there is none. */
        public static Optional<Status> of(String code) {
            return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
        }
    }
}
