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

    /** Points whose squares are asked for together; all their answers fit the nearest cache. */
    private static final int GROUP = 512;

    /** Ints that come from memory together. */
    private static final int LINE = 16;

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
        var square = square(x, y);
        return square >= 0 ? square - 1 : walk(~square, raster.inSquareX(x), raster.inSquareY(y));
    }

    /** As {@link #at(int, int)}, in degrees; NaN and the unbounded lie outside. */
    public int at(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
                ? at(Fixed.of(longitude), Fixed.of(latitude))
                : OUTSIDE;
    }

    /**
     * As {@link #at(double, double)} for many points, faster than one by one: the memory is asked
     * for the squares of a whole group, and then for their borders, before any answer is needed.
     *
     * @param cells where the answers are written, in the order of the points
     */
    public void at(double[] longitudes, double[] latitudes, int[] cells) {
        var group = new Group();
        for (var from = 0; from < cells.length; from += GROUP) {
            group.locate(longitudes, latitudes, cells, from, Math.min(from + GROUP, cells.length));
        }
    }

    /** How many bytes the index holds. */
    public long bytes() {
        return 4L * (squares.length + borders.length);
    }

    private int square(int x, int y) {
        var square = raster.find(x, y);
        return square >= 0 ? squares[square] : 0;
    }

    /**
     * Room for the steps between the points of a group and their cells. Each step is a loop of its
     * own that asks for memory and needs no answer yet, so that many questions are on their way at
     * once.
     */
    private final class Group {

        private final int[] xs = new int[GROUP];
        private final int[] ys = new int[GROUP];
        private final int[] found = new int[GROUP];
        private final int[] crossed = new int[GROUP];

        /** Never read: it keeps the compiler from leaving out what only asks for memory. */
        @SuppressWarnings("UnusedVariable")
        private int asked;

        void locate(double[] longitudes, double[] latitudes, int[] cells, int from, int to) {
            var count = to - from;
            for (var i = 0; i < count; i++) {
                var longitude = longitudes[from + i];
                var latitude = latitudes[from + i];
                var isPlace = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
                xs[i] = Fixed.of(longitude);
                ys[i] = Fixed.of(latitude);
                found[i] = isPlace ? raster.find(xs[i], ys[i]) : -1;
            }
            for (var i = 0; i < count; i++) {
                found[i] = found[i] >= 0 ? squares[found[i]] : 0;
            }
            walkAll(crossed(count));
            for (var i = 0; i < count; i++) {
                cells[from + i] = found[i] - 1;
            }
        }

        /** Lists the points whose squares have borders, and asks for those. */
        private int crossed(int count) {
            var many = 0;
            for (var i = 0; i < count; i++) {
                crossed[many] = i;
                many += found[i] >>> 31;
            }
            for (var i = 0; i < many; i++) {
                var start = ~found[crossed[i]];
                asked += borders[start] + borders[Math.min(start + LINE - 1, borders.length - 1)];
            }
            return many;
        }

        private void walkAll(int many) {
            for (var i = 0; i < many; i++) {
                var point = crossed[i];
                var x = raster.inSquareX(xs[point]);
                var y = raster.inSquareY(ys[point]);
                found[point] = walk(~found[point], x, y) + 1;
            }
        }
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
            var crossedBelow = (ay ^ by) < 0 & corner > 0 != elbowLeft;
            var crossedUpwards = ax <= x & x < bx & elbowLeft != elbow + dx * y > 0;
            cell ^= crossedBelow != crossedUpwards ? borders[edge + 4] & ~OUTER : 0;
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
