package org.linli.intake.systems;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.http.ProblemDetail;

/**
 * What became of one concern that was handed over.
 *
 * @param outcome {@code filed}, {@code known} if it was handed over by another way before, {@code
 *     quarantined}, {@code set-aside} if somebody has looked at it and taken it out, or {@code
 *     rejected}: only that is not kept
 * @param caseNo the case it has become
 * @param waitsFor the code that means nothing here
 * @param problem why it was rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Classified(FieldClass.C1)
record Acknowledged(
        @Nullable String externalId,
        String outcome,
        @Nullable String caseNo,
        @Nullable String trackingCode,
        @Nullable String waitsFor,
        @Nullable ProblemDetail problem) {

    static Acknowledged filed(String externalId, String caseNo, String trackingCode) {
        return new Acknowledged(externalId, "filed", caseNo, trackingCode, null, null);
    }

    static Acknowledged known(String externalId, @Nullable String caseNo) {
        return new Acknowledged(externalId, "known", caseNo, null, null, null);
    }

    static Acknowledged quarantined(String externalId, String waitsFor) {
        return new Acknowledged(externalId, "quarantined", null, null, waitsFor, null);
    }

    static Acknowledged setAside(String externalId) {
        return new Acknowledged(externalId, "set-aside", null, null, null, null);
    }

    static Acknowledged rejected(@Nullable String externalId, ProblemDetail problem) {
        return new Acknowledged(externalId, "rejected", null, null, null, problem);
    }
}
