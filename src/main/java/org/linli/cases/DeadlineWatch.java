package org.linli.cases;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds while Linli runs for deadlines that have come. */
@Component
@ConditionalOnBooleanProperty(name = "linli.log.following", matchIfMissing = true)
class DeadlineWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);

    private static final long SECONDS = 5;

    private final Deadlines deadlines;
    private @Nullable ScheduledExecutorService clock;

    DeadlineWatch(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void start() {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("deadlines").daemon().factory());
        var _ = clock.scheduleWithFixedDelay(this::tellOnce, SECONDS, SECONDS, TimeUnit.SECONDS);
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

    private void tellOnce() {
        try {
            deadlines.tell();
        } catch (RuntimeException failed) {
            LOG.warn("Deadlines are looked at again: {}", failed.getMessage());
        }
    }
}
