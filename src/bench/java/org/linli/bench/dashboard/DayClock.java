package org.linli.bench.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The time it is, until a day is to pass faster than that. */
@Component
@Primary
class DayClock extends Clock {

    private record Course(Instant begun, Instant begins, double pace) {}

    private final Clock real = Clock.systemUTC();
    private volatile Course course = new Course(Instant.EPOCH, Instant.EPOCH, 1);

    /** From now on it is this time, and so many times as fast. */
    void run(Instant begins, double pace) {
        course = new Course(real.instant(), begins, pace);
    }

    @Override
    public Instant instant() {
        var now = course;
        var since = Duration.between(now.begun, real.instant());
        // exact for a clock that keeps pace, though that is many nanoseconds since 1970
        return now.pace == 1
                ? now.begins.plus(since)
                : now.begins.plusNanos(Math.round(since.toNanos() * now.pace));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
