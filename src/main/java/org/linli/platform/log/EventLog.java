package org.linli.platform.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log that is only ever added to, offered by the module that keeps it at its front door. Each
 * event is stored with the id of its transaction ({@code xid8}), by which it is found again.
 */
public interface EventLog<E> {

    /** Events that come after a position, of transactions below another, in order. */
    List<Entry<E>> after(Position position, long below, int atMost);

    /** What comes after a position, even if it is not to be read yet. */
    Behind behind(Position position);

    /** An event and where it stands. */
    record Entry<E>(Position position, E event) {}

    /**
     * How much there is.
     *
     * @param events counted up to {@link #COUNTED}
     * @param oldest when the first of them was recorded; null if there is none
     */
    record Behind(long events, @Nullable Instant oldest) {

        /** Past so many, it is only known that there are more. */
        public static final int COUNTED = 100_000;
    }
}
