package org.linli.grid.index;

import java.util.Arrays;

/** Deals the edges out to the squares they run through. */
final class Squares {

    private static final double MARGIN = 1;

    private final Raster raster;
    private final EdgeList edges;

    Squares(Raster raster, EdgeList edges) {
        this.raster = raster;
        this.edges = edges;
    }

    /** Something done for each square an edge runs through. */
    private interface Visit {
        void at(int square, int edge);
    }

    /**
     * @param corners the number of the cell at each square's corner; kept as part of the index
     */
    CellIndex index(int[] corners) {
        var ends = new int[raster.size()];
        visitAll((square, _) -> ends[square]++);
        Arrays.parallelPrefix(ends, Integer::sum);
        var dealt = new int[ends[ends.length - 1]];
        visitAll((square, edge) -> dealt[--ends[square]] = edge);
        return fill(corners, ends, dealt);
    }

    /** From here on {@code starts} says where the edges of each square begin in {@code dealt}. */
    private CellIndex fill(int[] corners, int[] starts, int[] dealt) {
        var borders = new Borders();
        for (var square = 0; square < corners.length; square++) {
            var end = square + 1 < starts.length ? starts[square + 1] : dealt.length;
            if (starts[square] < end) {
                borders.begin(corners[square]);
                for (var i = starts[square]; i < end; i++) {
                    addTo(borders, square, dealt[i]);
                }
                corners[square] = ~borders.end();
            }
        }
        return new CellIndex(raster, corners, borders.toArray());
    }

    private void addTo(Borders borders, int square, int edge) {
        var column = square % raster.columns();
        var row = square / raster.columns();
        borders.add(
                raster.fromColumn(column, edges.ax(edge)),
                raster.fromRow(row, edges.ay(edge)),
                raster.fromColumn(column, edges.bx(edge)),
                raster.fromRow(row, edges.by(edge)),
                edges.number(edge));
    }

    private void visitAll(Visit visit) {
        for (var edge = 0; edge < edges.count(); edge++) {
            visit(edge, visit);
        }
    }

    /** One square too many does no harm, one too few would: hence the margins. */
    private void visit(int edge, Visit visit) {
        var last = raster.row(edges.north(edge));
        for (var row = raster.row(edges.south(edge)); row <= last; row++) {
            var one = xAt(edge, raster.bottom(row));
            var other = xAt(edge, raster.bottom(row + 1));
            var from = column(Math.max(Math.min(one, other) - MARGIN, edges.ax(edge)));
            var to = column(Math.min(Math.max(one, other) + MARGIN, edges.bx(edge)));
            for (var column = from; column <= to; column++) {
                visit.at(row * raster.columns() + column, edge);
            }
        }
    }

    private int column(double x) {
        return raster.column((int) Math.floor(x));
    }

    /** Where the edge is at a latitude, kept between its ends. */
    private double xAt(int edge, double y) {
        double ax = edges.ax(edge);
        double ay = edges.ay(edge);
        double bx = edges.bx(edge);
        double by = edges.by(edge);
        if (ay == by) {
            return y < ay ? ax : bx;
        }
        var along = Math.clamp((y - ay) / (by - ay), 0, 1);
        return ax + along * (bx - ax);
    }
}
