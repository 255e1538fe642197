package org.linli.access.factor;

import java.time.Duration;
import java.util.Optional;
import org.linli.platform.problem.Problem;

/** Too many wrong passwords or codes: the next one is looked at after a while. */
public final class WaitFirst extends Problem {

    private final Duration wait;

    WaitFirst(Duration wait) {
        super(Kind.TOO_MANY, "access/wait-first", seconds(wait));
        this.wait = Duration.ofSeconds(seconds(wait));
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
