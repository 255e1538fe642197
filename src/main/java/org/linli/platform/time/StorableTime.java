package org.linli.platform.time;

import java.time.DateTimeException;
import java.time.Instant;

/** Times that a caller may send: Java knows years that the database does not. */
public final class StorableTime {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private StorableTime() {}

    /**
     * The time itself.
     *
     * @throws DateTimeException if it lies before the first or after the 9999th year
     */
    public static Instant checked(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("Out of all bounds: " + time);
        }
        return time;
    }
}
