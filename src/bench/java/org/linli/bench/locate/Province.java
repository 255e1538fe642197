package org.linli.bench.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.linli.grid.index.Fixed;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * An invented province: a net of cells without gap or overlap, dense in towns and wide between
 * them, whose borders wind like roads and rivers. The same for the same seed.
 */
final class Province {

    static final double WEST = 118;
    static final double SOUTH = 27;
    private static final double WIDE = 5;
    private static final double HIGH = 4.5;

    /** How far a border may leave the straight way, as a part of the room beside it. */
    private static final double WINDING = 0.12;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final int columns;
    private final int rows;
    private final int bends;
    private final Random random;
    private final Coordinate[][] corners;
    private final Coordinate[][][] acrosses;
    private final Coordinate[][][] ups;

    /**
     * @param cells about how many
     * @param bends how many straight pieces make one side of a cell
     */
    Province(int cells, int bends, long seed) {
        this.columns = (int) Math.round(Math.sqrt(cells));
        this.rows = Math.max(1, Math.round((float) cells / columns));
        this.bends = bends;
        this.random = new Random(seed);
        this.corners = corners();
        this.acrosses = new Coordinate[rows + 1][columns][];
        this.ups = new Coordinate[rows][columns + 1][];
        wind();
    }

    int cells() {
        return columns * rows;
    }

    int edges() {
        return cells() * 4 * bends;
    }

    List<Polygon> polygons() {
        var polygons = new ArrayList<Polygon>(cells());
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                polygons.add(polygon(row, column));
            }
        }
        return polygons;
    }

    /** Places where people are: as many in a town's small cell as in a wide one. */
    Places places(int count, List<Polygon> polygons, long seed) {
        var any = new Random(seed);
        var places = new Places(new double[count], new double[count]);
        for (var i = 0; i < count; i++) {
            var box = polygons.get(any.nextInt(polygons.size())).getEnvelopeInternal();
            places.longitudes()[i] = box.getMinX() + any.nextDouble() * box.getWidth();
            places.latitudes()[i] = box.getMinY() + any.nextDouble() * box.getHeight();
        }
        return places;
    }

    private Polygon polygon(int row, int column) {
        var ring = new ArrayList<Coordinate>(4 * bends + 1);
        add(ring, acrosses[row][column], true);
        add(ring, ups[row][column + 1], true);
        add(ring, acrosses[row + 1][column], false);
        add(ring, ups[row][column], false);
        ring.add(ring.getFirst());
        return SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** Adds a side without its last point, which begins the next one. */
    private static void add(List<Coordinate> ring, Coordinate[] side, boolean forward) {
        for (var i = 0; i < side.length - 1; i++) {
            ring.add(forward ? side[i] : side[side.length - 1 - i]);
        }
    }

    private Coordinate[][] corners() {
        var xs = lines(columns, WIDE);
        var ys = lines(rows, HIGH);
        var net = new Coordinate[rows + 1][columns + 1];
        for (var row = 0; row <= rows; row++) {
            for (var column = 0; column <= columns; column++) {
                var room = Math.min(room(xs, column), room(ys, row));
                var x = xs[column] + jitter(room, column, columns);
                var y = ys[row] + jitter(room, row, rows);
                net[row][column] = onEvenStep(WEST + x, SOUTH + y);
            }
        }
        return net;
    }

    /** Lines that come close in some places and lie wide apart in others. */
    private static double[] lines(int count, double length) {
        var lines = new double[count + 1];
        for (var i = 0; i < count; i++) {
            var turn = 2 * Math.PI * 5 * i / count;
            lines[i + 1] = lines[i] + 1.2 + Math.cos(turn);
        }
        var scale = length / lines[count];
        for (var i = 0; i <= count; i++) {
            lines[i] *= scale;
        }
        return lines;
    }

    /** How far the nearest line beside one is. */
    private static double room(double[] lines, int at) {
        var before = at == 0 ? Double.MAX_VALUE : lines[at] - lines[at - 1];
        var after = at == lines.length - 1 ? Double.MAX_VALUE : lines[at + 1] - lines[at];
        return Math.min(before, after);
    }

    /** The outer lines stay where they are. */
    private double jitter(double room, int at, int last) {
        var shift = (random.nextDouble() - 0.5) * 0.4 * room;
        return at == 0 || at == last ? 0 : shift;
    }

    private void wind() {
        for (var row = 0; row <= rows; row++) {
            for (var column = 0; column <= columns; column++) {
                if (column < columns) {
                    var room = Math.min(apart(row, column, 0, 1), apart(row, column, 1, 0));
                    acrosses[row][column] =
                            side(corners[row][column], corners[row][column + 1], room);
                }
                if (row < rows) {
                    var room = Math.min(apart(row, column, 0, 1), apart(row, column, 1, 0));
                    ups[row][column] = side(corners[row][column], corners[row + 1][column], room);
                }
            }
        }
    }

    /** How far two corners of the net are apart; at its ends those before them. */
    private double apart(int row, int column, int up, int right) {
        var fromRow = Math.min(row, rows - up);
        var fromColumn = Math.min(column, columns - right);
        return corners[fromRow][fromColumn].distance(corners[fromRow + up][fromColumn + right]);
    }

    private Coordinate[] side(Coordinate from, Coordinate to, double room) {
        var side = new Coordinate[bends + 1];
        var share = Math.min(1, room / from.distance(to));
        var swing = (random.nextDouble() - 0.5) * 2 * WINDING * share;
        var ripple = 1 + random.nextInt(3);
        side[0] = from;
        side[bends] = to;
        for (var i = 1; i < bends; i++) {
            var t = (double) i / bends;
            var off = swing * Math.sin(Math.PI * t) * Math.sin(Math.PI * ripple * t);
            var tremble = (random.nextDouble() - 0.5) * 0.2 / bends * share;
            side[i] = beside(from, to, t, off + tremble);
        }
        return side;
    }

    private static Coordinate beside(Coordinate from, Coordinate to, double t, double off) {
        var dx = to.x - from.x;
        var dy = to.y - from.y;
        return onEvenStep(from.x + t * dx - off * dy, from.y + t * dy + off * dx);
    }

    /** So that the middle between two corners is a step of the lattice too, exactly on the edge. */
    private static Coordinate onEvenStep(double x, double y) {
        return new Coordinate(
                Fixed.degrees(2 * Fixed.of(x / 2)), Fixed.degrees(2 * Fixed.of(y / 2)));
    }
}
