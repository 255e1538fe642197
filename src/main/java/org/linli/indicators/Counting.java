package org.linli.indicators;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.Scope;

/**
 * What is to be counted, and by what it is told apart.
 *
 * @param areaPath null for everything in the scope
 * @param zone whose months they are
 * @param areas the codes of the areas that are told apart; empty unless it is by area
 * @param majors the major class of each matter; empty unless it is by major class
 */
record Counting(
        Scope scope,
        @Nullable String areaPath,
        Period period,
        Grouping by,
        ZoneId zone,
        List<String> areas,
        Map<String, String> majors) {

    Counting {
        areas = List.copyOf(areas);
        majors = Map.copyOf(majors);
    }
}
