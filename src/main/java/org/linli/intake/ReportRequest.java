package org.linli.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A concern as its sender tells it.
 *
 * @param matterCode one of {@code /api/v1/matters}; null where the sender does not know
 * @param conditionNo of that matter; null where the sender does not say; then its usual one
 * @param lon degrees east, WGS 84; null where nobody knows, together with {@code lat}
 * @param sourceSystem the system that hands it over; null for the one its source names
 * @param externalId its name in that system; null for none
 * @param reporter null where the reporter does not want to be reached
 * @param selfHandle what was done about it at once; null where somebody has to do it
 * @param occurredAt when it was seen, if not now
 */
public record ReportRequest(
        UUID opId,
        @Nullable String matterCode,
        @Nullable Integer conditionNo,
        String text,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable String address,
        String source,
        @Nullable String sourceSystem,
        @Nullable String externalId,
        List<UUID> photoIds,
        @Nullable Reporter reporter,
        @Nullable SelfHandle selfHandle,
        @Nullable Instant occurredAt) {

    public ReportRequest {
        photoIds = List.copyOf(photoIds);
    }

    /** The same, seen at that time; null for now. */
    ReportRequest seen(@Nullable Instant at) {
        return new ReportRequest(
                opId,
                matterCode,
                conditionNo,
                text,
                lon,
                lat,
                address,
                source,
                sourceSystem,
                externalId,
                photoIds,
                reporter,
                selfHandle,
                at);
    }

    /** How to reach whoever reported it. */
    public record Reporter(@Nullable String name, @Nullable String phone, @Nullable String email) {}

    /** Found and solved in one act. */
    public record SelfHandle(@Nullable String note) {}
}
