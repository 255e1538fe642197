package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseStep.Kind;
import org.linli.platform.geo.Position;
import org.linli.platform.problem.InvalidValue;

/**
 * A step as its caller asks for it; each kind of step carries its own fields.
 *
 * @param version of the case as the caller saw it
 * @param matterCode one of {@code /api/v1/matters}
 * @param conditionNo of that matter; null for its usual one
 * @param unitCode one of {@code /api/v1/units}
 * @param responsible of those units that sent the case back the one that should not have; null for
 *     the dispatching office
 * @param level which office a case is given down to: {@code district}, {@code street}, {@code
 *     community} or {@code grid}
 * @param units that are asked to help, or called on site, and for what
 * @param place where they meet
 * @param meetAt by when; within a month
 * @param lon where whoever was called arrived, WGS 84; told once, by the act itself
 * @param ground of a hold: {@code season} or {@code money}
 * @param until the day on which a hold ends, at its beginning; within the longest hold the district
 *     allows
 * @param parts the concerns that one report named, from two to nine
 * @param handledAt when it was handled, where that was recorded wrongly
 * @param occurredAt when it was done, if it is told later
 * @param reached whether whoever reported it, or asked for help, was reached
 * @param means how that was tried: {@code phone}, {@code in_person} or {@code message}
 */
public record StepRequest(
        @Nullable UUID opId,
        @Nullable String step,
        @Nullable Integer version,
        @Nullable String note,
        @Nullable List<UUID> photoIds,
        @Nullable Boolean found,
        @Nullable String matterCode,
        @Nullable Integer conditionNo,
        @Nullable String reason,
        @Nullable String unitCode,
        @Nullable String responsible,
        @Nullable String ground,
        @Nullable String level,
        @Nullable List<AskedUnit> units,
        @Nullable String place,
        @Nullable Instant meetAt,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable LocalDate until,
        @Nullable String answer,
        @Nullable Integer score,
        @Nullable Boolean solved,
        @Nullable String into,
        @Nullable List<PartAsked> parts,
        @Nullable Instant handledAt,
        @Nullable Instant occurredAt,
        @Nullable Boolean reached,
        @Nullable String means) {

    /** A unit and what it is asked for. */
    public record AskedUnit(@Nullable String unitCode, @Nullable String asked) {}

    /**
     * One of the concerns that a report named.
     *
     * @param lon degrees east, WGS 84, together with {@code lat}; null where it lies with the whole
     * @param address null where it lies with the whole
     */
    public record PartAsked(
            @Nullable String text,
            @Nullable String matterCode,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String address) {

        public PartAsked {
            requireShort("text", text);
            requireShort("address", address);
        }

        String saidText() {
            return required("text", text).strip();
        }

        String saidMatter() {
            return required("matterCode", matterCode);
        }
    }

    /** A forgotten act can be entered for so long. */
    private static final Duration LATEST_ENTRY = Duration.ofDays(31);

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PHOTOS = 20;

    public StepRequest {
        photoIds = photoIds == null ? null : List.copyOf(photoIds);
        units = units == null ? null : List.copyOf(units);
        parts = parts == null ? null : List.copyOf(parts);
        requireShort("place", place);
        requireShort("note", note);
        requireShort("reason", reason);
        requireShort("answer", answer);
        if (lon != null || lat != null) {
            requirePlace(required("lon", lon), required("lat", lat));
        }
        if (photoIds != null && photoIds.size() > MOST_PHOTOS) {
            throw new InvalidValue("request/out-of-range", "photoIds", 0, MOST_PHOTOS);
        }
    }

    /** A step of somebody who is given a case, or gives it to a unit. */
    public static StepRequest of(
            UUID opId,
            String step,
            int version,
            @Nullable String unitCode,
            @Nullable String answer) {
        return new StepRequest(
                opId, step, version, "", null, null, null, null, null, unitCode, null, null, null,
                null, null, null, null, null, null, answer, null, null, null, null, null, null,
                null, null);
    }

    /** What a reporter may say of their case. */
    public static StepRequest ofReporter(
            @Nullable UUID opId,
            @Nullable String step,
            @Nullable String note,
            List<UUID> photoIds,
            @Nullable String reason,
            @Nullable Integer score,
            @Nullable Boolean solved) {
        return new StepRequest(
                opId, step, null, note, photoIds, null, null, null, reason, null, null, null, null,
                null, null, null, null, null, null, null, score, solved, null, null, null, null,
                null, null);
    }

    /** The same step, done at that time. */
    public StepRequest done(@Nullable Instant at) {
        return new StepRequest(
                opId,
                step,
                version,
                note,
                photoIds,
                found,
                matterCode,
                conditionNo,
                reason,
                unitCode,
                responsible,
                ground,
                level,
                units,
                place,
                meetAt,
                lon,
                lat,
                until,
                answer,
                score,
                solved,
                into,
                parts,
                handledAt,
                at,
                reached,
                means);
    }

    /** The operation id, which every write must carry. */
    public UUID operationId() {
        return required("opId", opId);
    }

    Kind kind() {
        var name = required("step", step);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("case/unknown-step", "step", name));
    }

    void requireVersion(CaseFile file) {
        int seen = required("version", version);
        if (seen != file.version()) {
            throw new StaleVersion(file.caseNo(), seen, file.version());
        }
    }

    List<UUID> photos() {
        return photoIds == null ? List.of() : photoIds;
    }

    /**
     * When it was done: as told, but not before what was told before it.
     *
     * @throws InvalidValue if it lies in the future, or too long ago
     */
    Instant at(Supplier<Instant> lastAt, Instant now) {
        if (occurredAt == null) {
            return now;
        }
        if (occurredAt.isAfter(now)) {
            throw new InvalidValue("case/in-the-future", "occurredAt");
        }
        if (occurredAt.isBefore(now.minus(LATEST_ENTRY))) {
            throw new InvalidValue("case/too-late-to-enter", "occurredAt", LATEST_ENTRY.toDays());
        }
        var last = lastAt.get();
        return occurredAt.isBefore(last) ? last : occurredAt;
    }

    /** Which step of the grid's own it is: who takes a service on is to help with it. */
    Kind ofTheGrid() {
        return kind() == Kind.MATCH && unitCode == null ? Kind.HELP : kind();
    }

    /** What history keeps of it. */
    Said said() {
        var carried = new LinkedHashMap<String, Object>();
        keep("photoIds", photos().isEmpty() ? null : photos(), carried);
        keep("found", found, carried);
        keep("reason", reason, carried);
        keep("responsible", responsible, carried);
        keep("ground", ground, carried);
        keep("until", until, carried);
        keep("answer", answer, carried);
        keep("score", score, carried);
        keep("solved", solved, carried);
        keep("reached", reached, carried);
        keep("means", means, carried);
        keep("into", into, carried);
        keep("units", units, carried);
        keep("place", place, carried);
        keep("meetAt", meetAt, carried);
        keep("lon", lon, carried);
        keep("lat", lat, carried);
        return new Said(note == null ? "" : note, Map.copyOf(carried));
    }

    private static void keep(String name, @Nullable Object value, Map<String, Object> carried) {
        if (value != null) {
            carried.put(name, value);
        }
    }

    private static void requirePlace(double longitude, double latitude) {
        new Position(longitude, latitude);
    }

    static void requireShort(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new InvalidValue("request/too-long", field, LONGEST_TEXT);
        }
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw InvalidValue.missing(field);
        }
        return value;
    }
}
