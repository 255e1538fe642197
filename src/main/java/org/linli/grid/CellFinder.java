package org.linli.grid;

import java.util.Arrays;
import java.util.List;
import org.linli.grid.index.CellIndex;

/**
 * Finds cells of one scheme for many points at once, all by the same edition of the grid, whatever
 * is published meanwhile. Cells are numbered from 0.
 */
public final class CellFinder {

    /** The number of a point that lies in no cell. */
    public static final int OUTSIDE = CellIndex.OUTSIDE;

    private final List<Located> cells;
    private final CellIndex[] layers;

    /**
     * @param cells numbered by their place; where layers share ground, the lowest number wins
     */
    CellFinder(List<Located> cells, List<CellIndex> layers) {
        this.cells = List.copyOf(cells);
        this.layers = layers.toArray(CellIndex[]::new);
    }

    /**
     * The number of the cell that holds a point, or {@link #OUTSIDE}.
     *
     * @param longitude in degrees east, WGS 84
     * @param latitude in degrees north, WGS 84
     */
    public int at(double longitude, double latitude) {
        var found = OUTSIDE;
        for (var layer : layers) {
            var cell = layer.at(longitude, latitude);
            if (cell != OUTSIDE && (found == OUTSIDE || cell < found)) {
                found = cell;
            }
        }
        return found;
    }

    /** As {@link #at} for each point of two arrays of the same length, and faster for many. */
    public int[] at(double[] longitudes, double[] latitudes) {
        var found = new int[longitudes.length];
        Arrays.fill(found, OUTSIDE);
        for (var layer : layers) {
            var cells = new int[found.length];
            layer.at(longitudes, latitudes, cells);
            for (var i = 0; i < found.length; i++) {
                if (cells[i] != OUTSIDE && (found[i] == OUTSIDE || cells[i] < found[i])) {
                    found[i] = cells[i];
                }
            }
        }
        return found;
    }

    /** The cell with a number that {@link #at} gave. */
    public Located cell(int number) {
        return cells.get(number);
    }

    /** How many cells there are. */
    public int size() {
        return cells.size();
    }
}
