package org.linli.platform.time;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place the time comes from, so that a test can hold it still, and a demo move it. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClockConfiguration.class);

    /**
     * @param begins when the clock of a demo begins, such as {@code 2026-11-28T22:00:00+08:00};
     *     empty for the time it is
     * @param pace how many times as fast as time it runs
     */
    @Bean
    Clock clock(
            @Value("${linli.demo:false}") boolean demo,
            @Value("${linli.demo-clock.begins:}") String begins,
            @Value("${linli.demo-clock.pace:1}") int pace) {
        if (begins.isEmpty()) {
            return Clock.systemUTC();
        }
        if (!demo) {
            throw new IllegalStateException("Only a demo has a clock of its own");
        }
        LOG.warn("The clock of this demo begins at {} and runs {} times as fast", begins, pace);
        return new PacedClock(Clock.systemUTC(), OffsetDateTime.parse(begins).toInstant(), pace);
    }
}
