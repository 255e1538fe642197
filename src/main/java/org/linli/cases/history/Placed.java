package org.linli.cases.history;

import org.jspecify.annotations.Nullable;
import org.linli.cases.Placement;
import org.linli.platform.geo.Position;

/**
 * Where a case of the past was put.
 *
 * @param position null where nobody said
 * @param cellCode null unless it lies in a cell
 * @param path the codes from the top down to the cell, each between slashes; those of the county
 *     unless it lies in a cell
 */
record Placed(
        Placement placement,
        @Nullable Position position,
        String countyCode,
        @Nullable String cellCode,
        String path) {}
