package org.linli.intake.systems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.intake.ReportRequest;

/**
 * A concern as another system hands it over.
 *
 * @param externalId its name there
 * @param matter its code there; null where nobody said
 * @param area the code of where it is there; null where nobody said, or degrees say it
 * @param reporter null where nobody wants to be reached
 * @param occurredAt when it was reported there; null for now
 */
record HandedOver(
        String externalId,
        @Nullable String matter,
        @Nullable String area,
        String text,
        @Nullable String address,
        @Nullable Double lon,
        @Nullable Double lat,
        ReportRequest.@Nullable Reporter reporter,
        @Nullable Instant occurredAt) {

    /** The same, with no code where its system sends an empty one. */
    HandedOver withoutEmptyCodes() {
        return new HandedOver(
                externalId,
                code(matter),
                code(area),
                text,
                address,
                lon,
                lat,
                reporter,
                occurredAt);
    }

    private static @Nullable String code(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent;
    }

    /** The same, said to have been reported when it was handed over where nobody said when. */
    HandedOver reportedBy(Instant received) {
        return occurredAt != null
                ? this
                : new HandedOver(
                        externalId, matter, area, text, address, lon, lat, reporter, received);
    }
}
