package org.linli.grid.index;

/**
 * Says which of many cells holds a point, exactly. The cells share no ground.
 *
 * <p>A raster lies over the cells. A raster square that no border crosses names its cell. Any other
 * square knows the cell at its lower left corner and the border edges in it, each with the
 * exclusive or of the cell numbers on its two sides. Walking from the corner along the bottom and
 * then straight up to the point, each edge crossed changes the number by just that: what is left at
 * the end is the cell.
 *
 * <p>Coordinates are doubled inside a square, so that its corner is even and every vertex and point
 * odd: no walk starts on a vertex. A point on a border counts as a hair's breadth south of it, on a
 * border running due north as a hair east of it, so it has one cell, the same from either side. On
 * the outer border, where that may lead outside, it belongs to the cell it touches.
 */
public final class CellIndex {

    /** The answer for a point that lies in no cell. */
    public static final int OUTSIDE = -1;

    /** Ints for each edge: both ends, from west to east, and what crossing it changes. */
    static final int EDGE = 5;

    /** Marks an edge with a cell on one side only. */
    static final int OUTER = 1 << 31;

    private final Raster raster;

    /** For each square: its cell's number, or the complement of its place in {@link #borders}. */
    private final int[] squares;

    /** For each square with borders: the corner's number, how many edges, and the edges. */
    private final int[] borders;

    CellIndex(Raster raster, int[] squares, int[] borders) {
        this.raster = raster;
        this.squares = squares;
        this.borders = borders;
    }

    /**
     * The cell that holds a point, as numbered when the index was built, or {@link #OUTSIDE}.
     *
     * @param x longitude on the lattice of {@link Fixed}
     * @param y latitude on the lattice of {@link Fixed}
     */
    public int at(int x, int y) {
        if (!raster.covers(x, y)) {
            return OUTSIDE;
        }
        var square = squares[raster.square(x, y)];
        return square >= 0 ? square - 1 : walk(~square, raster.inSquareX(x), raster.inSquareY(y));
    }

    /** As {@link #at(int, int)}, in degrees; NaN and the unbounded lie outside. */
    public int at(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
                ? at(Fixed.of(longitude), Fixed.of(latitude))
                : OUTSIDE;
    }

    /** How many bytes the index holds. */
    public long bytes() {
        return 4L * (squares.length + borders.length);
    }

    private int walk(int from, int x, int y) {
        var cell = borders[from];
        var end = from + 2 + EDGE * borders[from + 1];
        for (var edge = from + 2; edge < end; edge += EDGE) {
            var ax = borders[edge];
            var ay = borders[edge + 1];
            var bx = borders[edge + 2];
            var by = borders[edge + 3];
            long dx = bx - ax;
            long dy = by - ay;
            // Where the corner, the elbow below the point, and the point lie: left of the edge?
            var corner = dy * ax - dx * ay;
            var elbow = corner - dy * x;
            var elbowLeft = elbow > 0;
            var crossedBelow = (ay ^ by) < 0 && corner > 0 != elbowLeft;
            var crossedUpwards = ax <= x && x < bx && elbowLeft != elbow + dx * y > 0;
            if (crossedBelow != crossedUpwards) {
                cell ^= borders[edge + 4] & ~OUTER;
            }
        }
        return cell == 0 ? touched(from, x, y) : cell - 1;
    }

    /** The cell whose outer border runs through the point; the lowest number where two meet. */
    private int touched(int from, int x, int y) {
        var cell = OUTSIDE;
        var end = from + 2 + EDGE * borders[from + 1];
        for (var edge = from + 2; edge < end; edge += EDGE) {
            var across = borders[edge + 4];
            if (across < 0 && Edge.holds(borders, edge, x, y)) {
                var touching = (across & ~OUTER) - 1;
                cell = cell == OUTSIDE ? touching : Math.min(cell, touching);
            }
        }
        return cell;
    }
}
