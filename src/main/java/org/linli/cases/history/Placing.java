package org.linli.cases.history;

import org.linli.cases.Placement;
import org.linli.cases.history.PastCase.Report;
import org.linli.grid.CellFinder;
import org.linli.grid.Grid;
import org.linli.grid.Installation;
import org.linli.grid.Located;
import org.linli.platform.geo.Position;

/**
 * Finds the cells of cases, all by the same edition of the grid: by the point where there is one,
 * or else by the code of the cell.
 */
final class Placing {

    private final Grid grid;
    private final CellFinder finder;
    private final Installation home;

    /**
     * @throws org.linli.grid.NoDivisions if nothing has been loaded yet
     */
    Placing(Grid grid) {
        this.grid = grid;
        this.finder = grid.finder();
        this.home = grid.installation();
    }

    /** Where a report goes. A point outside every cell counts more than the cell it names. */
    Placed place(Report report) {
        var position = report.position();
        if (position != null) {
            var cell = finder.at(position.longitude(), position.latitude());
            return cell == CellFinder.OUTSIDE
                    ? new Placed(Placement.OUTSIDE, position, home.countyCode(), null, home.path())
                    : inCell(finder.cell(cell), position);
        }
        var code = report.cellCode();
        return code == null ? unplaced() : grid.cell(code).map(Placing::inCell).orElse(unplaced());
    }

    /** The same place, in a county that the case cannot leave any more. */
    Placed keptIn(String countyCode, Placed place) {
        var path = grid.division(countyCode).orElseThrow().path();
        return new Placed(place.placement(), place.position(), countyCode, null, path);
    }

    private Placed unplaced() {
        return new Placed(Placement.UNPLACED, null, home.countyCode(), null, home.path());
    }

    private static Placed inCell(Located cell, Position position) {
        return new Placed(Placement.PLACED, position, cell.countyCode(), cell.code(), cell.path());
    }

    private static Placed inCell(Located cell) {
        return new Placed(Placement.PLACED, null, cell.countyCode(), cell.code(), cell.path());
    }
}
