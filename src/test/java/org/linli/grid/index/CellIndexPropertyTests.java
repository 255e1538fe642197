package org.linli.grid.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** The index beside JTS, on every lattice point of many small random partitions. */
class CellIndexPropertyTests {

    private static final int SPAN = 60;
    private static final int MARGIN = 3;

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPointHasTheOneCellThatJtsFindsOrOneOfThoseItLiesBetween(int seed) {
        agrees(seed, 1_200_000_000, 300_000_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMeridianTheEquatorAndNegativeDegreesAreNothingSpecial(int seed) {
        agrees(1000 + seed, -45, -45);
    }

    private static void agrees(int seed, int west, int south) {
        var cells = Partitions.random(seed, west, south, SPAN);
        var index = index(cells);
        var jts = cells.stream().map(IndexedPointInAreaLocator::new).toList();
        for (var x = west - MARGIN; x <= west + SPAN + MARGIN; x++) {
            for (var y = south - MARGIN; y <= south + SPAN + MARGIN; y++) {
                assertThat(index.at(x, y))
                        .as("seed %s at %s %s", seed, x, y)
                        .isIn(allowed(jts, x, y));
                assertThat(index.at(Fixed.degrees(x), Fixed.degrees(y))).isEqualTo(index.at(x, y));
            }
        }
        manyAtOnceAreAsOneByOne(index, west, south);
    }

    private static void manyAtOnceAreAsOneByOne(CellIndex index, int west, int south) {
        var wide = SPAN + 2 * MARGIN;
        var longitudes = new double[wide * wide];
        var latitudes = new double[wide * wide];
        for (var i = 0; i < longitudes.length; i++) {
            longitudes[i] = Fixed.degrees(west - MARGIN + i % wide);
            latitudes[i] = Fixed.degrees(south - MARGIN + i / wide);
        }
        var cells = new int[longitudes.length];

        index.at(longitudes, latitudes, cells);

        for (var i = 0; i < cells.length; i++) {
            assertThat(cells[i]).isEqualTo(index.at(longitudes[i], latitudes[i]));
        }
    }

    /** The cells whose inside or border the point is on; outside if there is none. */
    private static List<Object> allowed(
            List<? extends PointOnGeometryLocator> cells, int x, int y) {
        var at = Partitions.at(x, y);
        var holding =
                IntStream.range(0, cells.size())
                        .filter(cell -> cells.get(cell).locate(at) != Location.EXTERIOR)
                        .boxed()
                        .map(Object.class::cast)
                        .toList();
        return holding.isEmpty() ? List.of(CellIndex.OUTSIDE) : holding;
    }

    private static CellIndex index(List<Geometry> cells) {
        var builder = new CellIndexBuilder();
        for (var cell = 0; cell < cells.size(); cell++) {
            builder.add(cell, Partitions.inDegrees(cells.get(cell)));
        }
        return builder.buildUnmended();
    }
}
