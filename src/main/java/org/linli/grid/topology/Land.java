package org.linli.grid.topology;

import java.util.List;
import java.util.Set;

/**
 * What there would be, and what happens to it.
 *
 * @param areas as they would be; all their rings are valid
 * @param takenBack areas that will not be, though they should, wherever they lie: their ground is
 *     no gap
 * @param leaving areas that end and should be replaced
 * @param unknown codes of areas in which nobody can say what is a gap; empty for the top
 */
public record Land(
        List<Ground> areas, List<Ground> takenBack, List<Ground> leaving, Set<String> unknown) {

    public Land {
        areas = List.copyOf(areas);
        takenBack = List.copyOf(takenBack);
        leaving = List.copyOf(leaving);
        unknown = Set.copyOf(unknown);
    }
}
