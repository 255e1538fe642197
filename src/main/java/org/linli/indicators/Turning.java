package org.linli.indicators;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks each second while Linli runs for cases that time alone has brought into other sets. */
@Component
@ConditionalOnBooleanProperty(name = "linli.log.following", matchIfMissing = true)
class Turning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Turning.class);

    private final Rollups rollups;
    private @Nullable ScheduledExecutorService clock;

    Turning(Rollups rollups) {
        this.rollups = rollups;
    }

    @Override
    public void start() {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("turning").daemon().factory());
        var _ = clock.scheduleWithFixedDelay(this::turnOnce, 1, 1, TimeUnit.SECONDS);
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

    private void turnOnce() {
        try {
            rollups.turn();
        } catch (RuntimeException failed) {
            LOG.warn("Counts of what fell due are tried again: {}", failed.getMessage());
        }
    }
}
