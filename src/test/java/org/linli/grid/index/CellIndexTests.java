package org.linli.grid.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class CellIndexTests {

    /** Numbered as one reads: 2 and 3 above 0 and 1, each a thousand steps wide. */
    private static final CellIndex FOUR =
            index(
                    Partitions.box(0, 0, 1000, 1000),
                    Partitions.box(1000, 0, 2000, 1000),
                    Partitions.box(0, 1000, 1000, 2000),
                    Partitions.box(1000, 1000, 2000, 2000));

    @ParameterizedTest
    @CsvSource({
        "500, 500, 0",
        "1500, 500, 1",
        "500, 1500, 2",
        "1500, 1500, 3",
        "1000, 500, 1",
        "1000, 1500, 3",
        "500, 1000, 0",
        "1500, 1000, 1",
        "1000, 1000, 1"
    })
    void aBorderBelongsToTheSouthAndOneRunningNorthToTheEast(int x, int y, int cell) {
        assertThat(FOUR.at(x, y)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "500, 0, 0",
        "1000, 0, 0",
        "1500, 0, 1",
        "2000, 0, 1",
        "2000, 500, 1",
        "2000, 1000, 1",
        "2000, 2000, 3",
        "1000, 2000, 3",
        "500, 2000, 2",
        "0, 2000, 2",
        "0, 1000, 0",
        "0, 500, 0"
    })
    void theOuterBorderBelongsToTheCellItTouches(int x, int y, int cell) {
        assertThat(FOUR.at(x, y)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 500",
        "2001, 500",
        "500, -1",
        "500, 2001",
        "-1, -1",
        "2001, 2001",
        "-1800000000, 0",
        "1800000000, 0",
        "0, -900000000",
        "0, 900000000",
        "-1800000000, -900000000",
        "1800000000, 900000000"
    })
    void beyondTheOuterBorderThereIsNothing(int x, int y) {
        assertThat(FOUR.at(x, y)).isEqualTo(CellIndex.OUTSIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 0",
        "0, NaN",
        "NaN, NaN",
        "Infinity, 0",
        "0, -Infinity",
        "180.0000001, 0",
        "-180.0000001, 0",
        "0, 90.0000001",
        "0, -90.0000001",
        "1e300, 0"
    })
    void whatIsNoPlaceLiesOutside(double longitude, double latitude) {
        var all = index(Partitions.box(-400_000_000, -400_000_000, 1_000, 1_000));
        var cells = new int[1];

        all.at(new double[] {longitude}, new double[] {latitude}, cells);

        assertThat(all.at(longitude, latitude)).isEqualTo(CellIndex.OUTSIDE);
        assertThat(cells[0]).isEqualTo(CellIndex.OUTSIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "1799999999, 0, 0",
        "1800000000, 0, 0",
        "-1800000000, 0, 1",
        "-1799999999, 0, 1",
        "0, 0, -1",
        "1500000000, 899999999, 2",
        "1500000000, 900000000, 2",
        "-1500000000, -900000000, 3"
    })
    void cellsMayReachTheEndsOfTheMap(int x, int y, int cell) {
        var ends =
                index(
                        Partitions.box(1_700_000_000, -1000, 1_800_000_000, 1000),
                        Partitions.box(-1_800_000_000, -1000, -1_700_000_000, 1000),
                        Partitions.box(1_400_000_000, 800_000_000, 1_600_000_000, 900_000_000),
                        Partitions.box(-1_600_000_000, -900_000_000, -1_400_000_000, -800_000_000));

        assertThat(ends.at(x, y)).isEqualTo(cell);
        assertThat(ends.at(Fixed.degrees(x), Fixed.degrees(y))).isEqualTo(cell);
    }

    @Test
    void aHoleIsOutsideAndWhatFillsItIsNot() {
        var pond = Partitions.box(300, 300, 600, 600);
        var meadow = Partitions.box(0, 0, 1000, 1000).difference(pond);

        assertThat(index(meadow).at(450, 450)).isEqualTo(CellIndex.OUTSIDE);
        assertThat(index(meadow).at(300, 450)).isEqualTo(0);
        assertThat(index(meadow, pond).at(450, 450)).isEqualTo(1);
        assertThat(index(meadow, pond).at(300, 450)).isEqualTo(1);
        assertThat(index(meadow, pond).at(600, 450)).isEqualTo(0);
    }

    @Test
    void aCellMayHaveSeveralParts() {
        var islands =
                Partitions.SHAPES.createMultiPolygon(
                        new Polygon[] {
                            Partitions.box(0, 0, 10, 10), Partitions.box(5000, 5000, 5010, 5010)
                        });

        assertThat(index(islands).at(5, 5)).isZero();
        assertThat(index(islands).at(5005, 5005)).isZero();
        assertThat(index(islands).at(2500, 2500)).isEqualTo(CellIndex.OUTSIDE);
    }

    @Test
    void withoutCellsEverythingIsOutside() {
        var nothing = new CellIndexBuilder().build();

        assertThat(nothing.at(0, 0)).isEqualTo(CellIndex.OUTSIDE);
        assertThat(nothing.at(120.0, 30.0)).isEqualTo(CellIndex.OUTSIDE);
        assertThat(nothing.bytes()).isZero();
    }

    @Test
    void itSaysHowMuchMemoryItTakes() {
        assertThat(FOUR.bytes()).isBetween(4L * 4096 / 4, 200_000L);
    }

    @Test
    void longEdgesAreExactToTheLastStep() {
        var reach = 449_999_999;
        var index =
                index(
                        triangle(0, 0, reach, reach - 1, 0, reach),
                        triangle(0, 0, reach, 0, reach, reach - 1));
        var random = new Random(11);

        for (var i = 0; i < 20_000; i++) {
            var x = 1 + random.nextInt(reach - 2);
            var y = Math.toIntExact((long) x * (reach - 1) / reach) + random.nextInt(3) - 1;
            if (y > 0) {
                var above = side(reach, reach - 1, x, y) > 0;
                assertThat(index.at(x, y)).as("%s %s", x, y).isEqualTo(above ? 0 : 1);
            }
        }
    }

    @Test
    void anEdgeOf45DegreesIsTaken() {
        var half = index(Partitions.box(0, 0, 450_000_000, 450_000_000));

        assertThat(half.at(449_999_999, 449_999_999)).isZero();
        assertThat(half.at(450_000_001, 1)).isEqualTo(CellIndex.OUTSIDE);
    }

    @Test
    void aBorderWithTheSameCellOnBothSidesIsNone() {
        var halves =
                Partitions.SHAPES.createMultiPolygon(
                        new Polygon[] {
                            Partitions.box(0, 0, 100, 100), Partitions.box(100, 0, 200, 100)
                        });
        var index = index(halves, Partitions.box(200, 0, 300, 100));

        for (var x = 0; x <= 300; x++) {
            assertThat(index.at(x, 50)).isEqualTo(x < 200 ? 0 : 1);
        }
    }

    @Test
    void degreesAreRoundedToTheNearestStep() {
        assertThat(Fixed.of(120.00000004)).isEqualTo(1_200_000_000);
        assertThat(Fixed.of(-0.00000006)).isEqualTo(-1);
        assertThat(Fixed.round(30.123456789)).isEqualTo(30.1234568);
    }

    @Test
    void anEdgeOfMoreThan45DegreesIsRefused() {
        var builder = new CellIndexBuilder();

        assertThatThrownBy(() ->
                        builder.add(0, Partitions.inDegrees(Partitions.box(0, 0, 450_000_001, 10))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        builder.add(0, Partitions.inDegrees(Partitions.box(0, 0, 10, 450_000_001))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(takes(100, 45, 145, 0)).isTrue();
        assertThat(takes(100, 30, 146, 30)).isFalse();
        assertThat(takes(100, 30, 100, -16)).isFalse();
        assertThat(takes(-30, -30, 10, 10)).isTrue();
    }

    private static boolean takes(double ax, double ay, double bx, double by) {
        return CellIndexBuilder.takes(new Coordinate(ax, ay), new Coordinate(bx, by));
    }

    private static int side(long bx, long by, long x, long y) {
        return BigInteger.valueOf(bx)
                .multiply(BigInteger.valueOf(y))
                .subtract(BigInteger.valueOf(by).multiply(BigInteger.valueOf(x)))
                .signum();
    }

    private static Polygon triangle(int ax, int ay, int bx, int by, int cx, int cy) {
        return Partitions.SHAPES.createPolygon(
                new Coordinate[] {
                    Partitions.at(ax, ay),
                    Partitions.at(bx, by),
                    Partitions.at(cx, cy),
                    Partitions.at(ax, ay)
                });
    }

    static CellIndex index(Geometry... cells) {
        var builder = new CellIndexBuilder();
        for (var cell = 0; cell < cells.length; cell++) {
            builder.add(cell, Partitions.inDegrees(cells[cell]));
        }
        return builder.build();
    }
}
