package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits between which chance alone leaves a count. */
class ControlLimitsTests {

    private static final long SEED = 2005;

    /** Added up in whole fractions, by hand. */
    @ParameterizedTest
    @CsvSource({
        "10, 5, 1, 2, 8, 9",
        "20, 2, 0, 0, 5, 7",
        "50, 48.5, 44, 46, 50, 50",
        "100, 50, 35, 40, 60, 65",
        "400, 380, 365, 371, 388, 392",
        "1000, 20, 8, 12, 29, 35"
    })
    void theyAreTheExactOnesOfTheBinomialDistribution(
            long cases, double expected, long low998, long low95, long high95, long high998) {
        assertThat(ControlLimits.of(cases, expected, 1))
                .isEqualTo(new ControlLimits(expected, low95, high95, low998, high998));
    }

    @ParameterizedTest
    @CsvSource({
        "34, MUCH_LOWER",
        "35, LOWER",
        "39, LOWER",
        "40, WITHIN",
        "60, WITHIN",
        "61, HIGHER",
        "65, HIGHER",
        "66, MUCH_HIGHER"
    })
    void aCountOnALimitIsStillWithinIt(long count, Standing standing) {
        assertThat(ControlLimits.of(100, 50, 1).of(count)).isEqualTo(standing);
    }

    @Test
    void whereMembersVaryMoreThanByChanceTheyAreWiderByTheRootOfIt() {
        assertThat(ControlLimits.of(100, 50, 4)).isEqualTo(new ControlLimits(50, 30, 70, 20, 80));
        assertThat(ControlLimits.of(10, 5, 100)).isEqualTo(new ControlLimits(5, 0, 10, 0, 10));
    }

    @Test
    void aSingleCaseMoreOrLessIsNothing() {
        assertThat(ControlLimits.of(10, 0.01, 1).of(1)).isEqualTo(Standing.WITHIN);
        assertThat(ControlLimits.of(10, 0.01, 1).of(2)).isEqualTo(Standing.MUCH_HIGHER);
        assertThat(ControlLimits.of(10, 10, 1).of(10)).isEqualTo(Standing.WITHIN);
        assertThat(ControlLimits.of(10, 0, 1).of(0)).isEqualTo(Standing.WITHIN);
    }

    @Test
    void theyHoldWhatIsExpectedAndWidenAsCasesGetFewer() {
        var random = new Random(SEED);
        for (var draw = 0; draw < 2_000; draw++) {
            var cases = 10 + random.nextInt(5_000);
            var chance = random.nextDouble();
            var limits = ControlLimits.of(cases, cases * chance, 1);
            var ofMore = ControlLimits.of(4L * cases, 4 * cases * chance, 1);

            assertThat(limits.expected()).isBetween(limits.low95(), limits.high95());
            assertThat(limits.low998()).isLessThanOrEqualTo(limits.low95());
            assertThat(limits.high998()).isGreaterThanOrEqualTo(limits.high95());
            assertThat(limits.high95() - limits.low95())
                    .isGreaterThan((ofMore.high95() - ofMore.low95()) / 4);
            assertThat(limits.high998() - limits.low998())
                    .isGreaterThan((ofMore.high998() - ofMore.low998()) / 4);
        }
    }

    @Test
    void byChanceAloneNoMoreThanOneInTwentyIsBeyondThem() {
        var random = new Random(SEED);
        var members = 20_000;
        var standings =
                IntStream.range(0, members)
                        .mapToObj(_ -> {
                            var cases = 10 + random.nextInt(200);
                            var chance = random.nextDouble();
                            var count =
                                    IntStream.range(0, cases)
                                            .filter(_ -> random.nextDouble() < chance)
                                            .count();
                            return ControlLimits.of(cases, cases * chance, 1).of(count);
                        })
                        .toList();

        assertThat(standings.stream().filter(it -> it != Standing.WITHIN).count())
                .isBetween(members / 50L, members / 20L);
        assertThat(
                        standings.stream()
                                .filter(it ->
                                        it == Standing.MUCH_HIGHER || it == Standing.MUCH_LOWER)
                                .count())
                .isLessThanOrEqualTo(members / 500L);
    }

    @Test
    void aMillionCasesAreNoTrouble() {
        var limits = ControlLimits.of(1_000_000, 500_000, 1);

        assertThat(limits.low95()).isEqualTo(499_020);
        assertThat(limits.high95()).isEqualTo(500_980);
    }
}
