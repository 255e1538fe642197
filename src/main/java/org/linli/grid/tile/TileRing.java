package org.linli.grid.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.LinearRing;

/**
 * A ring cut to a tile and laid on its steps.
 *
 * @param points without the last one, which is the first
 */
record TileRing(List<Point> points) {

    private static final int LOW = -TileAddress.MARGIN;
    private static final int HIGH = TileAddress.EXTENT + TileAddress.MARGIN;

    /** A place on a tile, in steps from its upper left corner. */
    record Point(double x, double y) {}

    /** The part of a ring that a tile shows; without points if it shows none. */
    static TileRing of(LinearRing ring, TileAddress tile) {
        List<Point> points = new ArrayList<>();
        var degrees = ring.getCoordinateSequence();
        for (var i = 0; i + 1 < degrees.size(); i++) {
            points.add(new Point(tile.x(degrees.getX(i)), tile.y(degrees.getY(i))));
        }
        points = cut(points, point -> point.x() - LOW);
        points = cut(points, point -> HIGH - point.x());
        points = cut(points, point -> point.y() - LOW);
        points = cut(points, point -> HIGH - point.y());
        return new TileRing(onSteps(points));
    }

    /** Twice the area in square steps; more than 0 if it runs clockwise as seen on the map. */
    long twiceArea() {
        var sum = 0L;
        for (var i = 0; i < points.size(); i++) {
            var a = points.get(i);
            var b = points.get((i + 1) % points.size());
            sum += (long) a.x() * (long) b.y() - (long) b.x() * (long) a.y();
        }
        return sum;
    }

    TileRing running(boolean clockwise) {
        return twiceArea() > 0 == clockwise ? this : new TileRing(points.reversed());
    }

    /** Keeps what lies on the inner side of a line, by Sutherland and Hodgman. */
    private static List<Point> cut(List<Point> ring, ToDoubleFunction<Point> depth) {
        var kept = new ArrayList<Point>();
        for (var i = 0; i < ring.size(); i++) {
            var here = ring.get(i);
            var next = ring.get((i + 1) % ring.size());
            var inside = depth.applyAsDouble(here);
            var then = depth.applyAsDouble(next);
            if (inside >= 0) {
                kept.add(here);
            }
            if (inside >= 0 != then >= 0) {
                var part = inside / (inside - then);
                kept.add(
                        new Point(
                                here.x() + part * (next.x() - here.x()),
                                here.y() + part * (next.y() - here.y())));
            }
        }
        return kept;
    }

    private static List<Point> onSteps(List<Point> points) {
        var steps = new ArrayList<Point>();
        for (var point : points) {
            var step = new Point(Math.rint(point.x()), Math.rint(point.y()));
            if (steps.isEmpty() || !steps.getLast().equals(step)) {
                steps.add(step);
            }
        }
        while (steps.size() > 1 && steps.getLast().equals(steps.getFirst())) {
            steps.removeLast();
        }
        return List.copyOf(steps);
    }
}
