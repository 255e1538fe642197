package org.linli.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals twice a second while Linli runs, whatever went wrong the time before. */
@Component
@ConditionalOnBooleanProperty(name = "linli.audit.sealing", matchIfMissing = true)
class Sealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private static final long PAUSE_MILLIS = 500;
    private static final long SECONDS_TO_STOP = 10;

    private final Sealer sealer;
    private @Nullable ScheduledExecutorService clock;

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void start() {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("sealer").daemon().factory());
        var _ =
                clock.scheduleWithFixedDelay(
                        this::sealOnce, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Leaves nothing open behind that could be sealed. */
    @Override
    public void stop() {
        var running = clock;
        clock = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (running.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                sealer.seal();
                sealer.checkpoint();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.warn("The trail is sealed at the next start: {}", away.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private void sealOnce() {
        try {
            sealer.seal();
        } catch (RuntimeException failed) {
            LOG.warn("Sealing is tried again: {}", failed.getMessage());
        }
    }
}
