package org.linli.notices;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.springframework.stereotype.Component;

/** The street that a place lies in: as near as a notice says where something is. */
@Component
class Streets {

    private final Grid grid;

    Streets(Grid grid) {
        this.grid = grid;
    }

    /** The code of the street on a way down, or of the last division above it; null for none. */
    @Nullable String on(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(grid::division)
                .flatMap(Optional::stream)
                .filter(division -> !Level.STREET.isAbove(division.level()))
                .reduce((_, lower) -> lower)
                .map(Division::code)
                .orElse(null);
    }

    /** Its name as of now; empty where there is no such division any more. */
    String name(@Nullable String code) {
        return code == null ? "" : grid.division(code).map(Division::name).orElse("");
    }
}
