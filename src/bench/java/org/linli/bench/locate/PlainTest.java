package org.linli.bench.locate;

import org.linli.grid.index.Fixed;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Polygon;

/** Whether one polygon holds one lattice point, by looking at each of its edges. */
final class PlainTest {

    private final CoordinateSequence ring;
    private final long x;
    private final long y;
    private boolean inside;
    private boolean onBorder;

    PlainTest(Polygon polygon, int x, int y) {
        this.ring = polygon.getExteriorRing().getCoordinateSequence();
        this.x = x;
        this.y = y;
        for (var i = 1; i < ring.size(); i++) {
            look(i - 1, i);
        }
    }

    boolean isInside() {
        return inside;
    }

    boolean isOnBorder() {
        return onBorder;
    }

    /** Counts the edges right below the point, which stands a hair east of its meridian. */
    private void look(int from, int to) {
        long ax = Fixed.of(ring.getX(from));
        long ay = Fixed.of(ring.getY(from));
        long bx = Fixed.of(ring.getX(to));
        long by = Fixed.of(ring.getY(to));
        var above = Math.signum((bx - ax) * (y - ay) - (by - ay) * (x - ax)) * Long.signum(bx - ax);
        if (ax <= x != bx <= x && above > 0) {
            inside = !inside;
        }
        onBorder |=
                (bx - ax) * (y - ay) == (by - ay) * (x - ax)
                        && Math.min(ax, bx) <= x
                        && x <= Math.max(ax, bx)
                        && Math.min(ay, by) <= y
                        && y <= Math.max(ay, by);
    }
}
