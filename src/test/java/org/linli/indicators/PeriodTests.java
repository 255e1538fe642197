package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.problem.InvalidValue;

/** From when figures are seen, told by the end of the period they are asked for. */
class PeriodTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The 23rd in Shanghai, though still the 22nd in London. */
    private static final Instant NOW = Instant.parse("2026-11-22T17:30:00Z");

    @Test
    void aPeriodThatEndsTodayIsSeenFromNow() {
        assertThat(endingAt("2026-11-23")).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-22T15:59:59.999999Z",
        "2025-06-30, 2025-06-30T15:59:59.999999Z"
    })
    void aPeriodThatIsOverIsSeenFromTheEndOfItsLastDay(String day, Instant end) {
        assertThat(endingAt(day)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24T15:59:59.999999Z",
        "2026-11-23T18:00:00, 2026-11-23T10:00:00Z",
        "2026-11-23T18:00:00Z, 2026-11-23T18:00:00Z"
    })
    void whoNamesTheFutureSeesWhatWillBeDueThen(String to, Instant end) {
        assertThat(endingAt(to)).isEqualTo(end);
    }

    @Test
    void aDayThatNoMonthHasIsNotTakenForAnother() {
        assertThatThrownBy(() -> endingAt("2026-02-30")).isInstanceOf(InvalidValue.class);
    }

    private static Instant endingAt(String to) {
        return Period.of("2025-01-01", to, ZONE, NOW).until();
    }
}
