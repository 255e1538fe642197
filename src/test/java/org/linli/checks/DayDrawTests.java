package org.linli.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.checks.DayDraw.Purpose;

class DayDrawTests {

    private static final SampleRates RATES = new SampleRates(Map.of("11001", 4.0), 0.01);

    private final DayDraw draw = new DayDraw(LocalDate.of(2026, 11, 23), new byte[32], RATES);

    /** Computed apart from this code: {@code openssl dgst -sha256 -mac HMAC -macopt hexkey:00…}. */
    @Test
    void anybodyCanRepeatItWithTheSeed() {
        assertThat(draw.number(Purpose.CHECK, "990801-261123-000000001", 2))
                .isEqualTo(0.10054003222585006);
        assertThat(draw.commitment()).isEqualTo(DayDraw.sha256(new byte[32]));
    }

    @Test
    void eachClosingHasItsOwnNumberAndEachPurposeToo() {
        var first = draw.number(Purpose.CHECK, "A", 2);

        assertThat(draw.number(Purpose.CHECK, "A", 4)).isNotEqualTo(first);
        assertThat(draw.number(Purpose.SUPERVISION, "A", 2)).isNotEqualTo(first);
    }

    @Test
    void asManyAreDrawnAsTheRateSays() {
        var drawn =
                IntStream.range(0, 100_000)
                        .filter(no ->
                                draw.number(Purpose.CHECK, "C" + no, 2) < RATES.of(0.05, "12004"))
                        .count();

        // five standard deviations around 5,000
        assertThat(drawn).isBetween(4_655L, 5_345L);
    }

    @Test
    void aRateRisesOnlyOnceErrorsAreProvenToBeMoreThanIsTolerated() {
        assertThat(SampleRates.byRisk(0, 0)).isEqualTo(1);
        assertThat(SampleRates.byRisk(1, 3)).isEqualTo(1);
        assertThat(SampleRates.byRisk(30, 100)).isBetween(2.0, 3.0);
        assertThat(RATES.of(0.05, "11001")).isEqualTo(0.2);
        assertThat(RATES.of(0.3, "11001")).isEqualTo(0.5);
        assertThat(RATES.of(0.8, "11001")).isEqualTo(0.8);
    }
}
