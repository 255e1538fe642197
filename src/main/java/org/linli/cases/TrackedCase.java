package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.catalogue.Flow;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A case as its reporter sees it: what becomes of it, and no person's name.
 *
 * @param flow which way it goes: {@code service} where it is helped with
 * @param heldUntil when it goes on; null unless it is on hold
 * @param heldFor {@code season} or {@code money}, where it is known
 * @param steps what the reporter may do now: {@code confirm}, {@code rate}, {@code reopen}
 */
@Classified(FieldClass.C1)
public record TrackedCase(
        String caseNo,
        int version,
        String state,
        String stage,
        Flow flow,
        @Nullable String matterCode,
        @Nullable String matterNameZh,
        @Nullable String matterNameEn,
        String text,
        String address,
        @Nullable Double lon,
        @Nullable Double lat,
        Instant reportedAt,
        @Nullable Instant dueAt,
        List<Entry> history,
        List<UUID> photos,
        List<String> steps,
        @Nullable Integer rating,
        @Nullable Boolean solved,
        @Nullable Instant heldUntil,
        @Nullable String heldFor) {

    public TrackedCase {
        history = List.copyOf(history);
        photos = List.copyOf(photos);
        steps = List.copyOf(steps);
    }

    /**
     * One line of the history.
     *
     * @param note what the reporter is told; null where the step is the office's own business
     */
    public record Entry(Instant at, String step, String state, @Nullable String note) {}
}
