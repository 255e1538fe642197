package org.linli.bench.locate;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.linli.grid.index.CellIndex;
import org.linli.grid.index.Fixed;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Asks for points right on borders and corners. Each must have exactly one cell, and one that it
 * touches; which one is told apart by a plain test of whole polygons that shares nothing with the
 * index but the rule: a point on a border counts as a hair south of it, on one running due north a
 * hair east.
 */
final class BorderCheck {

    private final CellIndex index;
    private final List<Polygon> polygons;
    private final STRtree tree = new STRtree();

    BorderCheck(CellIndex index, List<Polygon> polygons) {
        this.index = index;
        this.polygons = polygons;
        for (var i = 0; i < polygons.size(); i++) {
            tree.insert(polygons.get(i).getEnvelopeInternal(), i);
        }
    }

    /**
     * What the index answered.
     *
     * @param outside points without a cell
     * @param wrong points whose cell is not the one that the plain test finds
     * @param several points that the plain test finds in more than one cell
     * @param outer points on the outer border, where the rule leads outside and the touched cell
     *     answers
     */
    record Result(int points, int outside, int wrong, int several, int outer) {

        boolean isExact() {
            return outside == 0 && wrong == 0 && several == 0;
        }
    }

    Result check(int points, long seed) {
        var random = new Random(seed);
        var counts = new int[4];
        for (var i = 0; i < points; i++) {
            var ring = polygons.get(random.nextInt(polygons.size())).getExteriorRing();
            var at = random.nextInt(ring.getNumPoints() - 1);
            var a = ring.getCoordinateN(at);
            var b = random.nextBoolean() ? a : ring.getCoordinateN(at + 1);
            var x = middle(a.x, b.x);
            var y = middle(a.y, b.y);
            judge(x, y, counts);
        }
        return new Result(points, counts[0], counts[1], counts[2], counts[3]);
    }

    /** A step of the lattice, because all corners are even ones. */
    private static int middle(double one, double other) {
        return (int) (((long) Fixed.of(one) + Fixed.of(other)) / 2);
    }

    private void judge(int x, int y, int[] counts) {
        var found = index.at(x, y);
        var box =
                new Envelope(
                        Fixed.degrees(x), Fixed.degrees(x), Fixed.degrees(y), Fixed.degrees(y));
        box.expandBy(1e-6);
        var claims = 0;
        var isOneOfThem = false;
        var touches = false;
        for (var candidate : tree.query(box)) {
            var cell = (Integer) Objects.requireNonNull(candidate);
            var plain = new PlainTest(polygons.get(cell), x, y);
            claims += plain.isInside() ? 1 : 0;
            isOneOfThem |= plain.isInside() && cell == found;
            touches |= plain.isOnBorder() && cell == found;
        }
        counts[0] += found == CellIndex.OUTSIDE ? 1 : 0;
        counts[1] += found != CellIndex.OUTSIDE && !(claims == 0 ? touches : isOneOfThem) ? 1 : 0;
        counts[2] += claims > 1 ? 1 : 0;
        counts[3] += claims == 0 ? 1 : 0;
    }
}
