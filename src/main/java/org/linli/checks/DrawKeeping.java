package org.linli.checks;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the draws written down ahead while Linli runs, and tells the seeds of days gone by. */
@Component
class DrawKeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DrawKeeping.class);

    private final Draws draws;
    private @Nullable ScheduledExecutorService clock;

    DrawKeeping(Draws draws) {
        this.draws = draws;
    }

    @Override
    public void start() {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("draws").daemon().factory());
        var _ = clock.scheduleWithFixedDelay(this::keepOnce, 10, 600, TimeUnit.SECONDS);
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

    private void keepOnce() {
        try {
            draws.keep();
        } catch (RuntimeException failed) {
            LOG.warn("Draws are kept again later: {}", failed.getMessage());
        }
    }
}
