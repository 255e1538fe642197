package org.linli.grid.index;

/** Finds the cell at the lower left corner of every square of a raster. */
final class Corners {

    private final Raster raster;
    private final EdgeList edges;

    Corners(Raster raster, EdgeList edges) {
        this.raster = raster;
        this.edges = edges;
    }

    /** The cell's number for each square; 0 outside all. */
    int[] numbers() {
        var numbers = new int[raster.size()];
        for (var edge = 0; edge < edges.count(); edge++) {
            markFirstCornersBeyond(edge, numbers);
        }
        for (var row = 0; row < raster.rows(); row++) {
            sumUp(numbers, row * raster.columns());
        }
        return numbers;
    }

    /** In each row of corners that the edge passes, everything east of it changes by its number. */
    private void markFirstCornersBeyond(int edge, int[] numbers) {
        var first = raster.row(edges.south(edge)) + 1;
        var last = raster.row(edges.north(edge));
        for (var row = first; row <= last; row++) {
            var column = firstCornerBeyond(edge, row);
            if (column < raster.columns()) {
                numbers[row * raster.columns() + column] ^= edges.number(edge);
            }
        }
    }

    /** Somewhere between the edge's ends the corners of a row begin to lie beyond it. */
    private int firstCornerBeyond(int edge, int row) {
        var low = raster.column(edges.ax(edge));
        var high = raster.column(edges.bx(edge)) + 1;
        while (low < high) {
            var middle = (low + high) / 2;
            if (liesBeyond(edge, middle, row)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether a corner lies east of the edge, which passes its row. */
    private boolean liesBeyond(int edge, int column, int row) {
        var left =
                Edge.side(
                                raster.fromColumn(column, edges.ax(edge)),
                                raster.fromRow(row, edges.ay(edge)),
                                raster.fromColumn(column, edges.bx(edge)),
                                raster.fromRow(row, edges.by(edge)),
                                0,
                                0)
                        > 0;
        var upwards = edges.by(edge) > edges.ay(edge);
        return left != upwards;
    }

    private void sumUp(int[] numbers, int from) {
        for (var square = from + 1; square < from + raster.columns(); square++) {
            numbers[square] ^= numbers[square - 1];
        }
    }
}
