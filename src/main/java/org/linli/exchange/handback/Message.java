package org.linli.exchange.handback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a system is told: only of its own concern, and of people nothing.
 *
 * @param type {@code case.} and the step
 */
record Message(String type, Instant timestamp, Data data) {

    /**
     * @param externalId the concern's name in the system that is told
     * @param caseNo the case that it is, or that it was merged into
     * @param result what reporters are told of what came of it
     * @param rating 1 to 5, if the reporter rated it
     * @param heldUntil when it goes on by itself, if it was put on hold
     * @param parts the cases it was split into, if it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            String system,
            String externalId,
            String caseNo,
            String step,
            String state,
            Instant at,
            @Nullable String result,
            @Nullable Integer rating,
            @Nullable Boolean solved,
            @Nullable Instant heldUntil,
            @Nullable List<String> parts) {}
}
