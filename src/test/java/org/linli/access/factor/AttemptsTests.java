package org.linli.access.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.access.MovingClock;

/** Guessing gets slow, for the one who guesses. */
class AttemptsTests {

    private final MovingClock clock = new MovingClock();
    private final Attempts attempts = new Attempts(clock);

    @Test
    void slipsAreFreeAndThenEachTryWaitsTwiceAsLong() {
        for (var i = 0; i < 4; i++) {
            attempts.begin("a");
        }

        assertThatThrownBy(() -> attempts.begin("a")).isInstanceOf(WaitFirst.class);
        clock.pass(Duration.ofSeconds(1));
        attempts.begin("a");
        clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> attempts.begin("a")).isInstanceOf(WaitFirst.class);
        clock.pass(Duration.ofSeconds(1));
        attempts.begin("a");
    }

    @Test
    void noDelayIsLongerThanAQuarterOfAnHour() {
        assertThat(Attempts.delayAfter(10)).isEqualTo(Duration.ofSeconds(64));
        assertThat(Attempts.delayAfter(1000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void othersDoNotWait() {
        for (var i = 0; i < 4; i++) {
            attempts.begin("a");
        }

        attempts.begin("b");
    }

    @Test
    void aRightTryBeginsAnew() {
        for (var i = 0; i < 4; i++) {
            attempts.begin("a");
        }
        attempts.wasRight("a");

        for (var i = 0; i < 4; i++) {
            attempts.begin("a");
        }
    }

    @Test
    void manyAtOnceAreNotLookedAtTogether() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries =
                    IntStream.range(0, 100)
                            .mapToObj(_ -> threads.submit(this::isLookedAt))
                            .toList();
            var looked = 0;
            for (var one : tries) {
                looked += one.get() ? 1 : 0;
            }
            assertThat(looked).isEqualTo(4);
        }
    }

    private boolean isLookedAt() {
        try {
            attempts.begin("a");
            return true;
        } catch (WaitFirst refused) {
            return false;
        }
    }
}
