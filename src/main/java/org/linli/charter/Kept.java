package org.linli.charter;

import java.time.Instant;
import java.util.List;

/**
 * How an installation stands to the charter.
 *
 * @param looked how many names were looked at
 */
public record Kept(boolean kept, int looked, Instant at, List<Breach> breaches) {

    public Kept {
        breaches = List.copyOf(breaches);
    }
}
