package org.linli.grid;

import java.util.List;
import java.util.Optional;
import org.linli.access.Area;
import org.linli.access.AreaMoves;
import org.linli.access.Areas;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells access what it must know of the land. */
@Component
class GridAreas implements Areas {

    private final Grid grid;
    private final AreaMoves moves;

    GridAreas(Grid grid, AreaMoves moves) {
        this.grid = grid;
        this.moves = moves;
    }

    @EventListener
    void on(WorldRead read) {
        moves.follow(code -> read.world().division(code).map(Division::path).orElse(null));
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

    @Override
    public List<String> formerPaths(String code) {
        return grid.formerPaths(code);
    }
}
