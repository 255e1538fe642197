package org.linli.grid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest version of a division as the database has it, or is to have it.
 *
 * @param version counted from 1
 * @param shape WKB; null where the border is not known
 * @param layer cells of one layer share no ground
 * @param validTo null while nobody knows an end
 */
record StoredDivision(
        Division division,
        int version,
        @Nullable Long areaM2,
        @Nullable Long households,
        @Nullable Long population,
        byte @Nullable [] shape,
        int layer,
        Instant validFrom,
        @Nullable Instant validTo) {

    String code() {
        return division.code();
    }

    boolean isOver(Instant now) {
        return validTo != null && !validTo.isAfter(now);
    }

    /** The same at a place in the tree and on a layer. */
    StoredDivision placed(String path, int onLayer) {
        return new StoredDivision(
                division.at(path),
                version,
                areaM2,
                households,
                population,
                shape,
                onLayer,
                validFrom,
                validTo);
    }

    boolean isPlacedAs(StoredDivision other) {
        return layer == other.layer && division.path().equals(other.division.path());
    }
}
