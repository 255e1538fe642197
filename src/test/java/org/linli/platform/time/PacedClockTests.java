package org.linli.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A demo may begin on a Saturday night and have its ten minutes in a few seconds; nobody else. */
class PacedClockTests {

    private static final String SATURDAY_NIGHT = "2026-11-28T22:00:00+08:00";

    @Test
    void itBeginsWhenItIsToldAndRunsAsFastAsItIsTold() {
        var real = new Moving();
        var clock = new PacedClock(real, Instant.parse("2026-11-28T14:00:00Z"), 20);

        real.now = real.now.plus(Duration.ofSeconds(30));

        assertThat(clock.instant()).isEqualTo("2026-11-28T14:10:00Z");
        assertThat(clock.withZone(ZoneId.of("Asia/Shanghai")).instant()).isEqualTo(clock.instant());
    }

    @Test
    void onlyADemoHasAClockOfItsOwn() {
        var configuration = new ClockConfiguration();

        assertThatThrownBy(() -> configuration.clock(false, SATURDAY_NIGHT, 1))
                .isInstanceOf(IllegalStateException.class);
        assertThat(configuration.clock(true, SATURDAY_NIGHT, 1).instant())
                .isAfterOrEqualTo(Instant.parse("2026-11-28T14:00:00Z"));
        assertThat(configuration.clock(true, "", 1)).isEqualTo(Clock.systemUTC());
    }

    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2030-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
