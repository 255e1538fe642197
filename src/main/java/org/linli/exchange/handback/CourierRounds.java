package org.linli.exchange.handback;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds while Linli runs for messages that are due. */
@Component
@ConditionalOnBooleanProperty(name = "linli.log.following", matchIfMissing = true)
class CourierRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CourierRounds.class);
    private static final long SECONDS = 2;

    private final Courier courier;
    private @Nullable ScheduledExecutorService clock;

    CourierRounds(Courier courier) {
        this.courier = courier;
    }

    @Override
    public void start() {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("hand-back").daemon().factory());
        var _ = clock.scheduleWithFixedDelay(this::roundOnce, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        var running = clock;
        clock = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private void roundOnce() {
        try {
            courier.round();
        } catch (RuntimeException failed) {
            LOG.warn("Results are handed back again: {}", failed.getMessage());
        }
    }
}
