package org.linli.grid.index;

/**
 * Squares over a part of the lattice, numbered from the south west, row by row. Their borders run
 * midway between lattice points, so a point is always inside one.
 *
 * @param west the first column of the lattice that is covered
 * @param south the first row of the lattice that is covered
 * @param shift a square is two to this power of lattice steps wide
 */
record Raster(int west, int south, int shift, int columns, int rows) {

    /** The finest raster of at most so many squares over an extent. */
    static Raster over(int west, int south, int east, int north, int mostSquares) {
        var shift = 0;
        while (squares(west, east, shift) * squares(south, north, shift) > mostSquares) {
            shift++;
        }
        return new Raster(
                west,
                south,
                shift,
                (int) squares(west, east, shift),
                (int) squares(south, north, shift));
    }

    private static long squares(long from, long to, int shift) {
        return ((to - from) >> shift) + 1;
    }

    /** The square of a point, or a negative number beyond all. */
    int find(int x, int y) {
        var column = column(x);
        var row = row(y);
        return Integer.compareUnsigned(column, columns) < 0
                        && Integer.compareUnsigned(row, rows) < 0
                ? row * columns + column
                : -1;
    }

    /** As an unsigned number, which is too great for points west of the raster. */
    int column(int x) {
        return x - west >>> shift;
    }

    /** As an unsigned number, which is too great for points south of the raster. */
    int row(int y) {
        return y - south >>> shift;
    }

    /** Twice the way from the square's left side to a point in it; always odd. */
    int inSquareX(int x) {
        return (x - west & mask()) << 1 | 1;
    }

    int inSquareY(int y) {
        return (y - south & mask()) << 1 | 1;
    }

    private int mask() {
        return (1 << shift) - 1;
    }

    /**
     * Twice the way from a column's left side to any x; fits as long as it is under 107 degrees.
     */
    int fromColumn(int column, int x) {
        return (int) (2 * ((long) x - west - ((long) column << shift)) + 1);
    }

    int fromRow(int row, int y) {
        return (int) (2 * ((long) y - south - ((long) row << shift)) + 1);
    }

    /** The latitude of a row's lower side, in lattice steps: always midway between two. */
    double bottom(int row) {
        return (double) south + ((long) row << shift) - 0.5;
    }

    int size() {
        return columns * rows;
    }
}
