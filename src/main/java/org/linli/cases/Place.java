package org.linli.cases;

import org.jspecify.annotations.Nullable;
import org.linli.platform.geo.Position;

/**
 * Where a case lies.
 *
 * @param position null where nobody said
 * @param cellCode the cell of its day; null unless placed
 * @param path the codes from the top down to the cell, each between slashes; those of the county
 *     unless placed
 * @param address in words; empty where nobody said
 */
public record Place(
        Placement placement,
        @Nullable Position position,
        String countyCode,
        @Nullable String cellCode,
        String path,
        String address) {

    /** The same place in other words. */
    Place addressed(String words) {
        return new Place(placement, position, countyCode, cellCode, path, words);
    }
}
