package org.linli.grid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a division as it is stored.
 *
 * @param areaM2 null while nobody said it and no border is known
 * @param layer cells of one layer share no ground
 * @param validTo null while nobody knows an end
 */
record DivisionRow(
        Division division,
        @Nullable Long areaM2,
        int layer,
        boolean hasShape,
        Instant validFrom,
        @Nullable Instant validTo) {

    DivisionRow at(String path) {
        return new DivisionRow(division.at(path), areaM2, layer, hasShape, validFrom, validTo);
    }

    boolean holdsAt(Instant when) {
        return !validFrom.isAfter(when) && (validTo == null || validTo.isAfter(when));
    }
}
