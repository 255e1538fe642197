package org.linli.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class WilsonTests {

    /** Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3. */
    @Test
    void theIntervalsAreThoseThatNewcombePrints() {
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0.0, 0.1611);
        assertInterval(1, 29, 0.0061, 0.1718);
    }

    @Test
    void ofNothingThereIsNoShareAndNoInterval() {
        assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(null, null, null));
    }

    @Test
    void allOfAFewIsNotTakenForAll() {
        var threeOfThree = Wilson.of(3, 3);

        assertThat(threeOfThree.share()).isEqualTo(1.0);
        assertThat(threeOfThree.high()).isEqualTo(1.0);
        assertThat(threeOfThree.low()).isLessThan(0.5);
    }

    private static void assertInterval(long found, long among, double low, double high) {
        var interval = Wilson.of(found, among);
        assertThat(Objects.requireNonNull(interval.low())).isCloseTo(low, within(0.00005));
        assertThat(Objects.requireNonNull(interval.high())).isCloseTo(high, within(0.00005));
    }
}
