package org.linli.mediation;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases the papers of mediations, and the codes that open them, once their time is over. */
@Component
class PaperEnding implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PaperEnding.class);
    private static final int AT_ONCE = 100;

    private final MediationStore store;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;

    PaperEnding(
            MediationStore store, AuditTrail trail, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Erases what is due, and says how many. */
    int erase() {
        var erased = 0;
        for (var some = eraseSome(); some > 0; some = eraseSome()) {
            erased += some;
        }
        return erased;
    }

    private int eraseSome() {
        return AccessContext.asSystem(
                "erasing papers",
                () -> {
                    var some = transaction.execute(_ -> erased());
                    return some == null ? 0 : some;
                });
    }

    private int erased() {
        var due = store.toErase(clock.instant(), AT_ONCE);
        for (var key : due) {
            store.erase(key);
            trail.record(trail.now(Act.MEDIATION_ERASE, Thing.MEDIATION, key.id().toString()));
        }
        return due.size();
    }

    @Override
    public void start() {
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("mediation papers").daemon().factory());
        var _ = timer.scheduleWithFixedDelay(this::eraseOnce, 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        var running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private void eraseOnce() {
        try {
            erase();
        } catch (RuntimeException failed) {
            LOG.warn("Papers are looked at again: {}", failed.getMessage());
        }
    }
}
