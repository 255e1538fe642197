package org.linli.grid.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What we write, read by somebody else. */
class TileWriterTests {

    /** Holds 123.2227 to 123.3105 east and 30.4486 to 30.5244 north. */
    private static final TileAddress TILE = new TileAddress(12, 3450, 1684);

    private static final double SQUARE = 4096.0 * 4096.0;

    @Test
    void aShapeKeepsItsPlaceAndItsWords() {
        var middle = TILE.bounds().centre();
        var shape = box(middle.x, middle.y, 0.01);

        var feature = TileReader.read(write(shape)).getFirst();

        assertThat(feature.words()).isEqualTo(Map.of("code", "001", "name", "清和"));
        var at = feature.shape().getEnvelopeInternal();
        assertThat(at.getMinX()).isCloseTo(TILE.x(middle.x), within(1.0));
        assertThat(at.getMaxX()).isCloseTo(TILE.x(middle.x + 0.01), within(1.0));
        assertThat(at.getMinY()).isCloseTo(TILE.y(middle.y + 0.01), within(1.0));
        assertThat(at.getMaxY()).isCloseTo(TILE.y(middle.y), within(1.0));
        assertThat(feature.shape().isValid()).isTrue();
    }

    @Test
    void whatIsLargerThanTheTileIsCutALittleBeyondItsSides() {
        var shape = TileReader.read(write(box(120, 28, 6))).getFirst().shape();

        assertThat(shape.getEnvelopeInternal()).isEqualTo(new Envelope(-64, 4160, -64, 4160));
    }

    @Test
    void aHoleStaysAHoleAndAnIslandAnIsland() throws ParseException {
        var middle = TILE.bounds().centre();
        var ring =
                box(middle.x, middle.y, 0.02)
                        .difference(box(middle.x + 0.005, middle.y + 0.005, 0.01));
        var island = box(middle.x + 0.008, middle.y + 0.008, 0.004);

        var shape = TileReader.read(write(ring.union(island))).getFirst().shape();

        assertThat(shape.getNumGeometries()).isEqualTo(2);
        var degree = TILE.x(middle.x + 1) - TILE.x(middle.x);
        var expected = (0.02 * 0.02 - 0.01 * 0.01 + 0.004 * 0.004) * degree * degree;
        // a degree of latitude is longer than one of longitude on this map
        var stretched = expected / Math.cos(Math.toRadians(middle.y));
        assertThat(shape.getArea()).isCloseTo(stretched, within(stretched / 50));
        assertThat(shape.isValid()).isTrue();
    }

    @Test
    void whatTheTileDoesNotShowIsNotOnIt() {
        assertThat(write(box(0, 0, 1))).isEmpty();
        assertThat(write(box(123.25, 30.46, 1e-7))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, true",
        "22, 4194303, 4194303, true",
        "23, 0, 0, false",
        "-1, 0, 0, false",
        "1, 2, 0, false",
        "1, 0, 2, false",
        "1, -1, 0, false",
        "1, 0, -1, false"
    })
    void onlySquaresOfTheMapHaveTiles(int zoom, int column, int row, boolean exists) {
        assertThat(TileAddress.exists(zoom, column, row)).isEqualTo(exists);
    }

    @Test
    void theBoundsOfATileAreWhatItsStepsSay() {
        var bounds = TILE.bounds();

        assertThat(TILE.x(bounds.getMinX())).isCloseTo(-64, within(0.01));
        assertThat(TILE.x(bounds.getMaxX())).isCloseTo(4160, within(0.01));
        assertThat(TILE.y(bounds.getMaxY())).isCloseTo(-64, within(0.01));
        assertThat(TILE.y(bounds.getMinY())).isCloseTo(4160, within(0.01));
    }

    @Test
    void theWholeWorldFitsOnTheFirstTile() {
        var world = new TileAddress(0, 0, 0);
        var writer = new TileWriter(world);
        writer.add(box(-180, -90, 360, 180), Map.of("code", "1"));

        var shape = TileReader.read(writer.toBytes("cells")).getFirst().shape();

        assertThat(shape.getArea()).isCloseTo(SQUARE, within(SQUARE / 1000));
    }

    private static byte[] write(Geometry... shapes) {
        var writer = new TileWriter(TILE);
        Stream.of(shapes).forEach(shape -> writer.add(shape, Map.of("code", "001", "name", "清和")));
        return writer.toBytes("cells");
    }

    private static Geometry box(double west, double south, double side) {
        return box(west, south, side, side);
    }

    private static Geometry box(double west, double south, double wide, double high) {
        try {
            return new WKTReader()
                    .read(
                            "POLYGON((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))"
                                    .formatted(west, south, west + wide, south + high));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
