package org.linli.grid.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Borders that meet but for rounding. */
class MendingTests {

    /**
     * West of a slanting border that runs straight on, east of it two cells with a corner on it.
     */
    private static final Polygon WEST = polygon(0, 0, 1000, 0, 2000, 3001, 0, 3000);

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aCornerBesideALongBorderLeavesNoSliver(int beside) {
        // the border passes (1333.1, 1000)
        var corner = new int[] {1333 + beside, 1000};
        var south = polygon(1000, 0, 3000, 0, 3000, 1000, corner[0], corner[1]);
        var north = polygon(corner[0], corner[1], 3000, 1000, 3000, 3001, 2000, 3001);

        var index = index(WEST, south, north);

        for (var y = 1; y < 3000; y++) {
            for (var x = 990; x < 2005; x++) {
                var expected = x < 1000 + y / 3 - 4 ? 0 : x > 1000 + y / 3 + 4 ? east(y) : -2;
                var found = index.at(x, y);
                assertThat(found).as("%s %s", x, y).isBetween(0, 2);
                if (expected >= 0 && Math.abs(y - 1000) > 1) {
                    assertThat(found).as("%s %s", x, y).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void cornersAStepApartAreOne() {
        var one = polygon(0, 0, 100, 0, 100, 100, 0, 100);
        var other = polygon(101, 0, 200, 0, 200, 100, 101, 101);

        var index = index(one, other);

        for (var y = 1; y < 100; y++) {
            for (var x = 1; x < 199; x++) {
                assertThat(index.at(x, y)).as("%s %s", x, y).isBetween(0, 1);
            }
        }
    }

    @Test
    void whatMeetsExactlyIsLeftAlone() {
        var edges = new EdgeList();
        var random = new Random(3);
        for (var i = 0; i < 1000; i++) {
            var x = random.nextInt(1_000_000);
            var y = random.nextInt(1_000_000);
            edges.add(x, y, x + 500, y + 100, 1);
            edges.add(x + 500, y + 100, x, y, 2);
        }

        assertThat(Matching.lonely(edges).isEmpty()).isTrue();
        assertThat(Mending.mend(edges)).isSameAs(edges);
    }

    private static int east(int y) {
        return y < 1000 ? 1 : 2;
    }

    private static CellIndex index(Geometry... cells) {
        var builder = new CellIndexBuilder();
        for (var cell = 0; cell < cells.length; cell++) {
            builder.add(cell, Partitions.inDegrees(cells[cell]));
        }
        return builder.build();
    }

    private static Polygon polygon(int... corners) {
        var ring = new Coordinate[corners.length / 2 + 1];
        for (var i = 0; i < corners.length / 2; i++) {
            ring[i] = Partitions.at(corners[2 * i], corners[2 * i + 1]);
        }
        ring[ring.length - 1] = Partitions.at(corners[0], corners[1]);
        return Partitions.SHAPES.createPolygon(ring);
    }
}
