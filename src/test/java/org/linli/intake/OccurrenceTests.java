package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.linli.platform.problem.InvalidValue;

class OccurrenceTests {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void whatHappenedAWhileAgoKeepsItsTime() {
        var then = NOW.minus(Duration.ofDays(29));

        assertThat(Occurrence.checked(then, NOW)).isEqualTo(then);
    }

    @Test
    void aClockALittleAheadIsTakenForNow() {
        assertThat(Occurrence.checked(NOW.plusSeconds(599), NOW)).isEqualTo(NOW);
    }

    @Test
    void theFutureAndTheFarPastAreRefused() {
        for (var told :
                new Instant[] {
                    NOW.plusSeconds(601),
                    NOW.minus(Duration.ofDays(30)).minusMillis(1),
                    Instant.EPOCH,
                    Instant.MAX,
                    Instant.MIN
                }) {
            assertThatThrownBy(() -> Occurrence.checked(told, NOW))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            wrong ->
                                    assertThat(wrong.details())
                                            .containsEntry("field", "occurredAt"));
        }
    }
}
