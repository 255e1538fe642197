package org.linli.cases;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks each minute while Linli runs for holds that have reached their date. */
@Component
class HoldEnding implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HoldEnding.class);

    private final Holds holds;
    private @Nullable ScheduledExecutorService clock;

    HoldEnding(Holds holds) {
        this.holds = holds;
    }

    @Override
    public void start() {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("holds").daemon().factory());
        var _ = clock.scheduleWithFixedDelay(this::endOnce, 1, 1, TimeUnit.MINUTES);
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

    private void endOnce() {
        try {
            holds.end();
        } catch (RuntimeException failed) {
            LOG.warn("Holds are looked at again: {}", failed.getMessage());
        }
    }
}
