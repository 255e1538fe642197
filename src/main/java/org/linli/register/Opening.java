package org.linli.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's record, open for a purpose and a time.
 *
 * @param unitName the office of who opened it
 * @param caseNo the case it is open for; null where a reason is the purpose
 * @param reason in words; null where a case is the purpose
 * @param reviewDue until when somebody else judges the reason; null where a case is the purpose
 * @param reviewedAt null until somebody has
 * @param justified what they found; null until then
 */
record Opening(
        UUID id,
        UUID person,
        String path,
        String actor,
        String actorName,
        String unitName,
        @Nullable String caseNo,
        @Nullable String reason,
        Instant openedAt,
        Instant until,
        @Nullable Instant reviewDue,
        @Nullable Instant reviewedAt,
        @Nullable Boolean justified,
        String reviewNote) {

    /** The code of what it is for. */
    String purpose() {
        return caseNo == null ? "reason" : "case";
    }
}
