package org.linli.grid;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.grid.topology.SquareMetres;
import org.locationtech.jts.geom.Geometry;

/**
 * What a row of a file makes of one division.
 *
 * @param before null if the division is new
 * @param after without its path and layer, which depend on the others
 */
record Change(Draft draft, @Nullable StoredDivision before, StoredDivision after) {

    static Change of(Draft draft, @Nullable StoredDivision before, Instant now) {
        var shape = draft.shape();
        var wkb = shape == null ? shape(before) : Wkb.write(shape.norm());
        var sameShape = before != null && Arrays.equals(before.shape(), wkb);
        var area = area(draft, before, sameShape);
        var division =
                new Division(
                        draft.code(),
                        draft.name(),
                        draft.level(),
                        draft.kind() == null && before != null
                                ? before.division().kind()
                                : draft.kind(),
                        draft.parentCode(),
                        before == null ? "" : before.division().path());
        var isNewVersion = before != null && (!sameShape || isMoved(draft, before));
        var from = draft.validFrom();
        return new Change(
                draft,
                before,
                new StoredDivision(
                        division,
                        version(before, isNewVersion, from),
                        area,
                        said(draft.households(), before == null ? null : before.households()),
                        said(draft.population(), before == null ? null : before.population()),
                        wkb,
                        before == null ? 0 : before.layer(),
                        begins(draft, before, isNewVersion, now),
                        validTo(draft, before, isNewVersion)));
    }

    /** A division cannot change before the day from which the present state holds. */
    static boolean isBeforeKnown(Draft draft, StoredDivision before) {
        return draft.validFrom() != null && draft.validFrom().isBefore(before.validFrom());
    }

    String code() {
        return draft.code();
    }

    boolean endsBeforeItBegins() {
        return after.validTo() != null && after.validTo().isBefore(after.validFrom());
    }

    boolean isNone() {
        return before != null
                && before.division().equals(after.division())
                && before.version() == after.version()
                && Objects.equals(before.areaM2(), after.areaM2())
                && Objects.equals(before.households(), after.households())
                && Objects.equals(before.population(), after.population())
                && Arrays.equals(before.shape(), after.shape())
                && before.validFrom().equals(after.validFrom())
                && Objects.equals(before.validTo(), after.validTo());
    }

    /** Whether the version before ends where this one begins. */
    boolean endsOneBefore() {
        return before != null && before.version() != after.version();
    }

    /** Whether borders may not match any more. */
    boolean changesGround() {
        return before == null
                || !Arrays.equals(before.shape(), after.shape())
                || isMoved(draft, before)
                || !Objects.equals(before.validTo(), after.validTo());
    }

    private static boolean isMoved(Draft draft, StoredDivision before) {
        return draft.level() != before.division().level()
                || !Objects.equals(draft.parentCode(), before.division().parentCode());
    }

    private static int version(
            @Nullable StoredDivision before, boolean isNewVersion, @Nullable Instant from) {
        if (before == null) {
            return 1;
        }
        // the same day said again is a correction of that version
        var corrects = before.validFrom().equals(from);
        return isNewVersion && !corrects ? before.version() + 1 : before.version();
    }

    private static Instant begins(
            Draft draft, @Nullable StoredDivision before, boolean isNewVersion, Instant now) {
        if (draft.validFrom() != null) {
            return draft.validFrom();
        }
        if (before != null && !isNewVersion) {
            return before.validFrom();
        }
        // of what ended long ago nobody need know when it began
        var to = draft.validTo();
        return before == null && to != null && to.isBefore(now) ? to : now;
    }

    private static @Nullable Instant validTo(
            Draft draft, @Nullable StoredDivision before, boolean isNewVersion) {
        if (draft.validTo() != null || before == null || isNewVersion) {
            return draft.validTo();
        }
        return before.validTo();
    }

    private static @Nullable Long area(
            Draft draft, @Nullable StoredDivision before, boolean sameShape) {
        Geometry shape = draft.shape();
        if (draft.areaM2() != null || (shape == null && before == null)) {
            return draft.areaM2();
        }
        if (before != null && (sameShape || shape == null)) {
            return before.areaM2();
        }
        return shape == null ? null : Math.round(SquareMetres.of(shape));
    }

    private static @Nullable Long said(@Nullable Long now, @Nullable Long before) {
        return now == null ? before : now;
    }

    private static byte @Nullable [] shape(@Nullable StoredDivision before) {
        return before == null ? null : before.shape();
    }
}
