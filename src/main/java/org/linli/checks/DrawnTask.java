package org.linli.checks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseKey;

/**
 * A closing that was drawn, and who is to look at it.
 *
 * @param version of the case, as the closing made it
 * @param unitCode who closed it; null for the grid itself
 * @param handler whose work it is
 * @param assignee who is to look; null where whoever may can
 */
record DrawnTask(
        CaseKey key,
        int version,
        DayDraw.Purpose purpose,
        String caseNo,
        @Nullable String matterCode,
        @Nullable String unitCode,
        String path,
        String handler,
        @Nullable String assignee,
        Instant drawnAt) {}
