package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Delay falls on whoever lost the time, and on nobody beyond what they had. */
class DelayTests {

    private static final long SEED = 20_260_101L;

    @Test
    void whoHadItAloneIsLateForAllOfIt() {
        assertThat(Delay.shared(Map.of("A", 10L), "A", 4)).isEqualTo(Map.of("A", 6L));
    }

    @Test
    void whoSolvesItWithinItsLimitIsNotLateForWhatOthersLost() {
        assertThat(Delay.shared(held("A", 3, "", 1, "B", 2), "B", 4))
                .isEqualTo(held("A", 2, "", 0, "B", 0));
    }

    @Test
    void whoTakesLongerThanTheLimitHasCausedThatMuchThemselves() {
        assertThat(Delay.shared(held("A", 2, "B", 6), "B", 4)).isEqualTo(held("A", 2, "B", 2));
    }

    @Test
    void nobodyIsLateForWhatWasSolvedInTime() {
        assertThat(Delay.shared(held("A", 2, "B", 2), "B", 4).values()).containsOnly(0L);
    }

    @Test
    void allDelayIsSharedOutAndNobodyHasMoreThanTheyHeld() {
        var random = new Random(SEED);
        for (var walk = 0; walk < 2_000; walk++) {
            var held = new LinkedHashMap<String, Long>();
            for (var holder = 0; holder <= random.nextInt(5); holder++) {
                held.put("U" + holder, random.nextLong(100_000));
            }
            var limit = random.nextLong(100_000);
            var solver = "U" + random.nextInt(held.size());

            var late = Delay.shared(held, solver, limit);

            var total = held.values().stream().mapToLong(Long::longValue).sum();
            assertThat(late.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(Math.max(0, total - limit));
            late.forEach((holder, seconds) -> assertThat(seconds).isBetween(0L, held.get(holder)));
        }
    }

    private static Map<String, Long> held(Object... pairs) {
        var held = new LinkedHashMap<String, Long>();
        for (var i = 0; i < pairs.length; i += 2) {
            held.put((String) pairs[i], ((Number) pairs[i + 1]).longValue());
        }
        return held;
    }
}
