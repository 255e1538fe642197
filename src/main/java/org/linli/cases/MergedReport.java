package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * One of the reports that a case goes back to: its own, one that was merged into it, or one that it
 * is a part of.
 *
 * @param sourceSystem the system that handed it over; null for none
 * @param externalId its name there; null for none
 * @param partOf the case whose split made this one a part of what was reported; null where it is
 *     the whole of it
 */
@Classified(FieldClass.C1)
public record MergedReport(
        String caseNo,
        String source,
        @Nullable String sourceSystem,
        @Nullable String externalId,
        Instant reportedAt,
        @Nullable String partOf) {}
