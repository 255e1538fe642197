package org.linli.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * One line of what a district has decided.
 *
 * @param no counts its versions; 0 is what is shipped
 * @param status {@code planned}, {@code in-force} or {@code past}
 */
@Classified(FieldClass.C1)
record RuleVersion(
        int no,
        String name,
        String status,
        @Nullable Instant effectiveAt,
        String draftedBy,
        String enactedBy,
        @Nullable Instant enactedAt) {

    static final String IN_FORCE = "in-force";

    static RuleVersion of(StoredRules stored, String status) {
        return new RuleVersion(
                stored.no(),
                stored.name(),
                status,
                stored.effectiveAt(),
                stored.draftedByName(),
                stored.enactedByName(),
                stored.enactedAt());
    }

    /**
     * @param later what comes into force after it; null if nothing does
     */
    static String status(StoredRules stored, @Nullable StoredRules later, Instant now) {
        if (stored.effectiveAt().isAfter(now)) {
            return "planned";
        }
        return later == null || later.effectiveAt().isAfter(now) ? IN_FORCE : "past";
    }
}
