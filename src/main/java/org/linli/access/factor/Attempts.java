package org.linli.access.factor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after a few wrong tries each further one has to wait twice as long as the
 * one before. Whoever guesses from outside delays only browsers that the account never signed in
 * from, see {@link KnownBrowsers}: nobody can lock out somebody else.
 */
@Component
public class Attempts {

    /** Slips of the finger that cost nothing. */
    private static final int FREE = 3;

    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** After how long a quiet account starts anew. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private record Tried(int times, Instant next) {}

    private final Clock clock;
    private final Cache<String, Tried> tried;

    Attempts(Clock clock) {
        this.clock = clock;
        this.tried =
                Caffeine.newBuilder()
                        .maximumSize(200_000)
                        .expireAfterWrite(REMEMBERED)
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .build();
    }

    /**
     * Counts a try before it is looked at, so that many at once are not looked at together.
     *
     * @throws WaitFirst if it comes too early; it is then not counted
     */
    public void begin(String what) {
        var now = clock.instant();
        tried.asMap()
                .compute(
                        what,
                        (_, before) -> {
                            if (before == null) {
                                return new Tried(1, now);
                            }
                            if (now.isBefore(before.next)) {
                                throw new WaitFirst(Duration.between(now, before.next));
                            }
                            return new Tried(
                                    before.times + 1, now.plus(delayAfter(before.times + 1)));
                        });
    }

    /** The try was right: what was wrong before it counts no more. */
    public void wasRight(String what) {
        tried.invalidate(what);
    }

    static Duration delayAfter(int times) {
        if (times <= FREE) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(1L << Math.min(times - FREE - 1, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
