package org.linli.cases.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Source;
import org.linli.platform.geo.Position;

/** A case as a row of a history file tells it, or would. */
record PastCase(Origin origin, Report report, Times times, Outcome outcome) {

    /**
     * What was reported.
     *
     * @param matterCode null where the row does not say
     * @param position null where the row does not say
     * @param cellCode null where the row does not say
     */
    record Report(
            Source source,
            @Nullable String matterCode,
            String text,
            @Nullable Position position,
            @Nullable String cellCode,
            String address) {}

    /** When it went through what; to the microsecond, as far as the database keeps times. */
    record Times(
            Instant reportedAt,
            @Nullable Instant filedAt,
            @Nullable Instant refusedAt,
            @Nullable Instant dispatchedAt,
            @Nullable Instant handledAt,
            @Nullable Instant checkedAt,
            @Nullable Instant closedAt,
            @Nullable Instant dueAt,
            @Nullable Instant cancelledAt,
            @Nullable Instant heldUntil) {

        Times {
            reportedAt = reportedAt.truncatedTo(ChronoUnit.MICROS);
            filedAt = exact(filedAt);
            refusedAt = exact(refusedAt);
            dispatchedAt = exact(dispatchedAt);
            handledAt = exact(handledAt);
            checkedAt = exact(checkedAt);
            closedAt = exact(closedAt);
            dueAt = exact(dueAt);
            cancelledAt = exact(cancelledAt);
            heldUntil = exact(heldUntil);
        }

        private static @Nullable Instant exact(@Nullable Instant at) {
            return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * How it went.
     *
     * @param duplicateOf the name of the case it is the same as; null where it is none
     * @param rating one to five; null where nobody rated it
     */
    record Outcome(
            @Nullable String unitCode,
            boolean selfHandled,
            @Nullable String duplicateOf,
            @Nullable Integer rating,
            int returns,
            int reworks,
            int extensions) {}

    /** The state that the row amounts to. */
    String state() {
        return Unfolding.of(this).state();
    }

    /** The same case in the cell it was placed in, rather than the one the row names. */
    PastCase placed(Placed place) {
        var placed =
                new Report(
                        report.source,
                        report.matterCode,
                        report.text,
                        place.position(),
                        place.cellCode(),
                        report.address);
        return new PastCase(origin, placed, times, outcome);
    }

    /** Stands for everything the row says; times and numbers are told in one way only. */
    Fingerprint fingerprint() {
        return Fingerprint.of(String.join("\u001f", cells().values()));
    }

    /** What the row says besides its name, by column; what it does not say is empty. */
    SequencedMap<String, String> cells() {
        var cells = new LinkedHashMap<String, String>();
        cells.put("source", report.source.code());
        put(cells, "matter_code", report.matterCode);
        cells.put("text", report.text);
        put(cells, "lon", report.position == null ? null : report.position.longitude());
        put(cells, "lat", report.position == null ? null : report.position.latitude());
        put(cells, "cell_code", report.cellCode);
        cells.put("address", report.address);
        put(cells, "reported_at", times.reportedAt);
        put(cells, "filed_at", times.filedAt);
        put(cells, "refused_at", times.refusedAt);
        put(cells, "dispatched_at", times.dispatchedAt);
        put(cells, "unit_code", outcome.unitCode);
        put(cells, "handled_at", times.handledAt);
        put(cells, "checked_at", times.checkedAt);
        put(cells, "closed_at", times.closedAt);
        put(cells, "due_at", times.dueAt);
        cells.put("self_handled", outcome.selfHandled ? "1" : "0");
        put(cells, "duplicate_of", outcome.duplicateOf);
        put(cells, "cancelled_at", times.cancelledAt);
        put(cells, "rating", outcome.rating);
        put(cells, "returns", outcome.returns);
        put(cells, "reworks", outcome.reworks);
        put(cells, "extensions", outcome.extensions);
        put(cells, "held_until", times.heldUntil);
        return Collections.unmodifiableSequencedMap(cells);
    }

    private static void put(
            SequencedMap<String, String> cells, String column, @Nullable Object value) {
        cells.put(column, value == null ? "" : value.toString());
    }
}
