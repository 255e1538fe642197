package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * One of the reports that a case goes back to: its own, or one that was merged into it.
 *
 * @param sourceSystem the system that handed it over; null for none
 * @param externalId its name there; null for none
 */
@Classified(FieldClass.C1)
public record MergedReport(
        String caseNo,
        String source,
        @Nullable String sourceSystem,
        @Nullable String externalId,
        Instant reportedAt) {}
