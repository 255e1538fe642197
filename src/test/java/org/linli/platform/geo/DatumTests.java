package org.linli.platform.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.platform.problem.InvalidValue;

class DatumTests {

    private static final Offset<Double> BILLIONTH = within(1e-9);

    /** From the test suite of wandergis/coordtransform. */
    @Test
    void wgs84BecomesThePublishedGcj02() {
        near(
                Datum.GCJ02.fromWgs84(new Position(116.404, 39.915)),
                116.41024449916938,
                39.91640428150164);
    }

    /** From the test suite of wandergis/coordtransform. */
    @Test
    void gcj02BecomesThePublishedBd09() {
        near(
                Offsets.gcjToBaidu(new Degrees(116.404, 39.915)),
                116.41036949371029,
                39.92133699351021);
    }

    @ParameterizedTest
    @EnumSource(Datum.class)
    void everyPlaceComesBackToABillionthOfADegree(Datum datum) {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++) {
            var place = new Position(random.nextDouble(73, 135), random.nextDouble(3, 54));

            var there = datum.fromWgs84(place);
            var back = datum.toWgs84(there.longitude(), there.latitude());

            assertThat(back.longitude()).isCloseTo(place.longitude(), BILLIONTH);
            assertThat(back.latitude()).isCloseTo(place.latitude(), BILLIONTH);
        }
    }

    @ParameterizedTest
    @CsvSource({"-73.98, 40.75", "2.35, 48.86", "151.2, -33.87", "180, 90", "-180, -90"})
    void outsideChinaGcj02IsWgs84(double lon, double lat) {
        near(Datum.GCJ02.fromWgs84(new Position(lon, lat)), lon, lat);
        assertThat(Datum.GCJ02.toWgs84(lon, lat)).isEqualTo(new Position(lon, lat));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 30", "120, NaN", "181, 30", "120, 91", "Infinity, 0"})
    void whatIsNoPlaceIsRefusedInEveryDatum(double lon, double lat) {
        for (var datum : Datum.values()) {
            assertThatThrownBy(() -> datum.toWgs84(lon, lat)).isInstanceOf(InvalidValue.class);
        }
    }

    private static void near(Degrees found, double longitude, double latitude) {
        assertThat(found.longitude()).isCloseTo(longitude, BILLIONTH);
        assertThat(found.latitude()).isCloseTo(latitude, BILLIONTH);
    }
}
