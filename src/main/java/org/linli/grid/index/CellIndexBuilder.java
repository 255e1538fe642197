package org.linli.grid.index;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Takes the borders of cells and lays a {@link CellIndex} over them. */
public final class CellIndexBuilder {

    /** Enough squares that few of them hold more than a handful of edges. */
    private static final int SQUARES_PER_EDGE = 16;

    private static final double LONGEST_DEGREES = Edge.LONGEST / Fixed.PER_DEGREE;

    private static final int FEWEST_SQUARES = 1 << 12;
    private static final int MOST_SQUARES = 1 << 26;

    private final EdgeList edges = new EdgeList();

    /**
     * Adds a cell.
     *
     * @param cell its number, from 0, which the index will answer with
     * @param shape polygons in degrees, which share no ground with those of other cells
     */
    public void add(int cell, Geometry shape) {
        for (var part = 0; part < shape.getNumGeometries(); part++) {
            if (shape.getGeometryN(part) instanceof Polygon polygon) {
                addRing(cell, polygon.getExteriorRing());
                for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    addRing(cell, polygon.getInteriorRingN(hole));
                }
            }
        }
    }

    /** Whether an edge between two points, in degrees, is short enough for exact answers. */
    public static boolean takes(Coordinate a, Coordinate b) {
        return Math.abs(a.x - b.x) <= LONGEST_DEGREES && Math.abs(a.y - b.y) <= LONGEST_DEGREES;
    }

    private void addRing(int cell, LinearRing ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        for (var i = 1; i < points.size(); i++) {
            addEdge(
                    cell,
                    Fixed.of(points.getX(i - 1)),
                    Fixed.of(points.getY(i - 1)),
                    Fixed.of(points.getX(i)),
                    Fixed.of(points.getY(i)));
        }
    }

    private void addEdge(int cell, int ax, int ay, int bx, int by) {
        if (Math.abs((long) ax - bx) > Edge.LONGEST || Math.abs((long) ay - by) > Edge.LONGEST) {
            throw new IllegalArgumentException("An edge of cell " + cell + " is over 45 degrees");
        }
        edges.add(ax, ay, bx, by, cell + 1);
    }

    /** The index of all cells added, their borders mended where rounding has parted them. */
    public CellIndex build() {
        return index(Mending.mend(edges));
    }

    /** The index of borders just as they are. */
    CellIndex buildUnmended() {
        return index(edges);
    }

    private static CellIndex index(EdgeList edges) {
        if (edges.count() == 0) {
            return new CellIndex(new Raster(0, 0, 0, 0, 0), new int[0], new int[0]);
        }
        var raster = raster(edges);
        var corners = new Corners(raster, edges).numbers();
        return new Squares(raster, edges).index(corners);
    }

    private static Raster raster(EdgeList edges) {
        var west = Integer.MAX_VALUE;
        var south = Integer.MAX_VALUE;
        var east = Integer.MIN_VALUE;
        var north = Integer.MIN_VALUE;
        for (var edge = 0; edge < edges.count(); edge++) {
            west = Math.min(west, edges.ax(edge));
            south = Math.min(south, edges.south(edge));
            east = Math.max(east, edges.bx(edge));
            north = Math.max(north, edges.north(edge));
        }
        var wished = Math.max(FEWEST_SQUARES, (long) edges.count() * SQUARES_PER_EDGE);
        return Raster.over(west, south, east, north, (int) Math.min(wished, MOST_SQUARES));
    }
}
