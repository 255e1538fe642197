package org.linli.cases;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.calendar.TimeLimit;
import org.linli.calendar.WorkingTime;

/**
 * A clock that runs, as far as it says when something comes up.
 *
 * @param limit null where it is not known, as of what was handed over with its due time alone
 * @param extended how often the limit was granted once more
 * @param heldFrom when it last stood still; null if it never did
 * @param warnPercent after how many hundredths of the limit a warning comes
 */
record OpenClock(
        CaseKey key,
        Instant startedAt,
        Instant dueAt,
        @Nullable TimeLimit limit,
        int extended,
        @Nullable Instant heldFrom,
        @Nullable Instant resumedAt,
        int warnPercent) {

    /** When what comes up. */
    Map<Deadline, Instant> deadlines(WorkingTime time) {
        var deadlines = new EnumMap<Deadline, Instant>(Deadline.class);
        deadlines.put(Deadline.DUE, dueAt);
        if (limit != null) {
            var whole = limit.times(1 + extended);
            var warned = time.part(startedAt, whole, Deadline.WARN.percent(warnPercent));
            deadlines.put(Deadline.WARN, afterHold(warned, whole, time));
            var late = Deadline.OVERDUE.percent(warnPercent) - Deadline.DUE.percent(warnPercent);
            deadlines.put(Deadline.OVERDUE, time.part(dueAt, whole, late));
        }
        return deadlines;
    }

    private Instant afterHold(Instant at, TimeLimit whole, WorkingTime time) {
        return heldFrom == null || resumedAt == null || heldFrom.isBefore(startedAt)
                ? at
                : time.resumed(at, heldFrom, resumedAt, whole.kind());
    }
}
