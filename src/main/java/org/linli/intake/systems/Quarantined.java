package org.linli.intake.systems;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something handed over that waits for somebody to say what it is.
 *
 * @param kind of the code that means nothing here
 * @param payload as it was handed over, sealed
 * @param settledAt null while it waits
 * @param caseNo the case it became; null for none
 */
record Quarantined(
        String countyCode,
        UUID id,
        String path,
        String system,
        String externalId,
        Instant receivedAt,
        String receivedBy,
        String kind,
        String theirs,
        String keyId,
        String payload,
        @Nullable Instant settledAt,
        @Nullable String caseNo) {

    Quarantined sealed(String key, String anew) {
        return new Quarantined(
                countyCode,
                id,
                path,
                system,
                externalId,
                receivedAt,
                receivedBy,
                kind,
                theirs,
                key,
                anew,
                settledAt,
                caseNo);
    }
}
