package org.linli.access.web;

import java.time.Duration;
import java.util.Optional;
import org.linli.platform.problem.Problem;

/** More requests from one address than anybody needs. */
final class TooManyRequests extends Problem {

    private final Duration wait;

    TooManyRequests(Duration wait) {
        super(Kind.TOO_MANY, "access/too-many", seconds(wait));
        this.wait = Duration.ofSeconds(seconds(wait));
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
