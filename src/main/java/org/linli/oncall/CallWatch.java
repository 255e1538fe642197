package org.linli.oncall;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks each second while Linli runs whether somebody is to be called. */
@Component
@ConditionalOnBooleanProperty(name = "linli.log.following", matchIfMissing = true)
class CallWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);

    private final Calls calls;
    private @Nullable ScheduledExecutorService clock;

    CallWatch(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void start() {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("on call").daemon().factory());
        var _ = clock.scheduleWithFixedDelay(this::makeOnce, 1, 1, TimeUnit.SECONDS);
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

    private void makeOnce() {
        try {
            calls.make();
        } catch (RuntimeException failed) {
            LOG.warn("Whoever is to be called is looked for again: {}", failed.getMessage());
        }
    }
}
