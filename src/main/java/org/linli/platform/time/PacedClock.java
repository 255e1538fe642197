package org.linli.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that begins at a moment of its own and runs so many times as fast as another. */
final class PacedClock extends Clock {

    private final Clock real;
    private final Instant begun;
    private final Instant begins;
    private final int pace;

    PacedClock(Clock real, Instant begins, int pace) {
        this(real, real.instant(), begins, pace);
    }

    private PacedClock(Clock real, Instant begun, Instant begins, int pace) {
        this.real = real;
        this.begun = begun;
        this.begins = begins;
        this.pace = pace;
    }

    @Override
    public Instant instant() {
        return begins.plus(Duration.between(begun, real.instant()).multipliedBy(pace));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new PacedClock(real.withZone(zone), begun, begins, pace);
    }
}
