package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Draws cases the grid closed itself for an independent check (抽查). Whoever looks after checks
 * answers; it is asked while the closing is on its way, so it answers from memory.
 */
public interface Draw {

    /**
     * Which part of the closings of a matter is drawn on the day.
     *
     * @param usual what the rules of the district say
     * @param matterCode null where nobody said
     */
    double rate(double usual, @Nullable String matterCode, Instant recordedAt);

    /**
     * Whether a closing is drawn.
     *
     * @param version of the case that the closing makes, so that each closing is drawn anew
     * @param recordedAt when Linli was told, which nobody on the way can choose
     */
    boolean drawn(String caseNo, int version, double rate, Instant recordedAt);
}
