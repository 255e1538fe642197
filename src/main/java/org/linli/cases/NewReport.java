package org.linli.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A concern as it reaches us, already placed.
 *
 * @param matterCode what the reporter takes it for; null where they do not say
 * @param conditionNo likewise
 * @param sourceSystem the system that hands it over; null for none
 * @param externalId its name there; null for none
 * @param solved what the grid did about it at once; null where somebody has to
 * @param occurredAt when it was seen, if not now
 */
public record NewReport(
        Source source,
        String text,
        @Nullable String matterCode,
        @Nullable Integer conditionNo,
        Place place,
        Contact contact,
        List<UUID> photos,
        @Nullable String sourceSystem,
        @Nullable String externalId,
        @Nullable Solved solved,
        @Nullable Instant occurredAt) {

    public NewReport {
        photos = List.copyOf(photos);
    }

    /**
     * Solved by whoever found it, in one act.
     *
     * @param note what was done
     */
    public record Solved(String note) {}

    Said said() {
        var carried = new LinkedHashMap<String, Object>();
        if (!photos.isEmpty()) {
            carried.put("photoIds", photos);
        }
        return new Said("", Map.copyOf(carried));
    }
}
