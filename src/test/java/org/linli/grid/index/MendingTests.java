package org.linli.grid.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
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

        var index = CellIndexTests.index(WEST, south, north);

        for (var y = 1; y < 3000; y += y < 900 || y > 1100 ? 37 : 1) {
            for (var x = 990; x < 2005; x++) {
                var expected = x < 1000 + y / 3 - 4 ? 0 : x > 1000 + y / 3 + 4 ? east(y) : -2;
                var found = index.at(x, y);
                assertThat(found).isBetween(0, 2);
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

        var index = CellIndexTests.index(one, other);

        for (var y = 1; y < 100; y++) {
            for (var x = 1; x < 199; x++) {
                assertThat(index.at(x, y)).isBetween(0, 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, 100, 500 100",
        "500, 102, 500 102",
        "500, 98, 500 98",
        "500, 103, ''",
        "500, 97, ''",
        "3, 101, 3 101",
        "997, 101, 997 101",
        "-5, 100, ''",
        "1005, 100, ''"
    })
    void anEdgeIsLedThroughCornersWithinReach(int x, int y, String through) {
        var edges = new EdgeList();
        edges.add(0, 100, 1000, 100, 1);
        edges.add(x, y, x, y + 5000, 2);

        assertThat(waypoints(Mending.mend(edges), 1)).isEqualTo(through);
    }

    @Test
    void anEdgeIsLedThroughSeveralCornersInTheirOrder() {
        var edges = new EdgeList();
        edges.add(1000, 2000, 0, 0, 1);
        edges.add(600, 1201, 5000, 0, 2);
        edges.add(200, 399, 5000, 0, 2);
        edges.add(401, 801, 5000, 0, 2);
        edges.add(800, 100, 5000, 0, 2);

        assertThat(waypoints(Mending.mend(edges), 1)).isEqualTo("200 399, 401 801, 600 1201");
    }

    @Test
    void anEdgeIsLedThroughAsManyCornersAsThereAre() {
        var edges = new EdgeList();
        edges.add(0, 20_000, 40_000, 0, 1);
        var inOrder = new ArrayList<String>();
        for (var corner = 1; corner < 40; corner++) {
            edges.add(1000 * corner, 20_000 - 500 * corner, 60_000, 60_000, 2);
            inOrder.add(1000 * corner + " " + (20_000 - 500 * corner));
        }

        assertThat(waypoints(Mending.mend(edges), 1)).isEqualTo(String.join(", ", inOrder));
    }

    @ParameterizedTest
    @CsvSource({"2, 0, true", "0, 2, true", "1, 1, true", "2, 1, false", "3, 0, false"})
    void cornersWithinReachBecomeOne(int dx, int dy, boolean joined) {
        var edges = new EdgeList();
        edges.add(500, 500, 100, 900, 1);
        edges.add(500 + dx, 500 + dy, 900, 100, 2);

        var mended = Mending.mend(edges);

        var ends = mended.bx(0) == mended.ax(1) && mended.by(0) == mended.ay(1);
        assertThat(ends).isEqualTo(joined);
        assertThat(mended.bx(0)).isEqualTo(500);
        assertThat(mended.by(0)).isEqualTo(500);
    }

    @Test
    void anEdgeOfTwoCellsIsNotLedElsewhere() {
        var edges = new EdgeList();
        edges.add(0, 100, 1000, 100, 1);
        edges.add(1000, 100, 0, 100, 2);
        edges.add(500, 101, 500, 5000, 3);

        assertThat(Mending.mend(edges)).isSameAs(edges);
    }

    @Test
    void edgesThatDifferInOneEndOnlyAreLonely() {
        var edges = new EdgeList();
        edges.add(0, 0, 10, 10, 1);
        edges.add(0, 0, 10, 11, 2);
        edges.add(0, 0, 11, 10, 3);
        edges.add(0, 1, 10, 10, 4);
        edges.add(1, 0, 10, 10, 5);
        edges.add(10, 10, 0, 0, 6);

        assertThat(Matching.lonely(edges).stream()).containsExactly(1, 2, 3, 4);
    }

    /** The points between the ends of what was one edge of a cell. */
    private static String waypoints(EdgeList edges, int number) {
        var points = new ArrayList<String>();
        for (var edge = 0; edge < edges.count(); edge++) {
            var last = edge + 1 == edges.count() || edges.number(edge + 1) != number;
            if (edges.number(edge) == number && !last) {
                points.add(edges.bx(edge) + " " + edges.by(edge));
            }
        }
        return String.join(", ", points);
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

    private static Polygon polygon(int... corners) {
        var ring = new Coordinate[corners.length / 2 + 1];
        for (var i = 0; i < corners.length / 2; i++) {
            ring[i] = Partitions.at(corners[2 * i], corners[2 * i + 1]);
        }
        ring[ring.length - 1] = Partitions.at(corners[0], corners[1]);
        return Partitions.SHAPES.createPolygon(ring);
    }
}
