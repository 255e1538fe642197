package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.calendar.Calendar;
import org.linli.calendar.TimeLimit;
import org.springframework.stereotype.Component;

/** When limits run out by the calendar. */
@Component
class Limits implements CaseFlow.DueTime {

    private final Calendar calendar;

    Limits(Calendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public @Nullable Instant of(@Nullable String limit, Instant start) {
        return limit == null
                ? null
                : calendar.workingTime().due(start, TimeLimit.parse(limit)).at();
    }

    @Override
    public @Nullable Instant resumed(
            @Nullable String limit, @Nullable Instant dueAt, Instant heldFrom, Instant heldTo) {
        return limit == null || dueAt == null
                ? dueAt
                : calendar.workingTime()
                        .resumed(dueAt, heldFrom, heldTo, TimeLimit.parse(limit).kind());
    }
}
