package org.linli.checks.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LikelihoodTests {

    @Test
    void eightHeadsOrMoreInTenThrowsCome56TimesIn1024() {
        assertThat(Likelihood.ofAtLeast(8, 10, 0.5)).isCloseTo(56 / 1024.0, within(1e-12));
    }

    @Test
    void noneOrMoreIsCertainAndAllIsEachOneAfterTheOther() {
        assertThat(Likelihood.ofAtLeast(0, 7, 0.1)).isEqualTo(1);
        assertThat(Likelihood.ofAtLeast(7, 7, 0.1)).isCloseTo(1e-7, within(1e-19));
    }

    @Test
    void threeOrMoreWhereOneIsExpectedIsWhatTheFirstThreeWeightsLeave() {
        var upToTwo = Math.exp(-1) * (1 + 1 + 0.5);

        assertThat(Likelihood.ofAtLeast(3, 1.0)).isCloseTo(1 - upToTwo, within(1e-12));
        assertThat(Likelihood.ofAtLeast(0, 1.0)).isEqualTo(1);
    }

    @Test
    void whatIsVeryUnlikelyIsStillToldFromWhatIsMoreSo() {
        assertThat(Likelihood.ofAtLeast(60, 1.0))
                .isPositive()
                .isLessThan(Likelihood.ofAtLeast(50, 1.0));
    }
}
