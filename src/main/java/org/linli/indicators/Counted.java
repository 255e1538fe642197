package org.linli.indicators;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many cases of a group belong to each set, and how long they took.
 *
 * @param medianHours null where nothing was measured
 * @param hoursOfNineInTen null where nothing was measured
 */
record Counted(
        String group,
        Map<CaseSet, Long> cases,
        @Nullable Double medianHours,
        @Nullable Double hoursOfNineInTen) {

    /** Not one case. */
    static final Counted NOTHING = new Counted("", Map.of(), null, null);

    Counted {
        cases = Map.copyOf(cases);
    }

    long of(CaseSet set) {
        return cases.getOrDefault(set, 0L);
    }
}
