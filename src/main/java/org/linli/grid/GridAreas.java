package org.linli.grid;

import java.util.Optional;
import org.linli.access.Area;
import org.linli.access.Areas;
import org.springframework.stereotype.Component;

/** Tells access what it must know of the land. */
@Component
class GridAreas implements Areas {

    private final Grid grid;

    GridAreas(Grid grid) {
        this.grid = grid;
    }

    @Override
    public Optional<Area> find(String code) {
        return grid.division(code)
                .map(division ->
                        new Area(
                                division.code(),
                                division.name(),
                                division.level().code(),
                                division.path()));
    }
}
