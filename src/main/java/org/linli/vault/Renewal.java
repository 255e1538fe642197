package org.linli.vault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Seals anew, in the background and while everything runs, what is still plain or lies under an
 * older key. Each row says itself which key it lies under, so it does not matter where the work was
 * broken off.
 */
@Component
class Renewal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private static final int AT_ONCE = 200;

    /** Another node may have made a newer key. */
    private static final Duration LOOKS_AGAIN = Duration.ofMinutes(10);

    private final List<SealedTable> tables;
    private final KeyRing keys;
    private final Semaphore wanted = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread worker;

    Renewal(List<SealedTable> tables, KeyRing keys) {
        this.tables = List.copyOf(tables);
        this.keys = keys;
    }

    /** Begins at once rather than at the next look. */
    void wake() {
        wanted.release();
    }

    /** How many rows of a class are still plain or lie under an older key. */
    long waiting(KeyClass keyClass) {
        return AccessContext.asSystem(
                "counting what is to be sealed anew",
                () ->
                        tables.stream()
                                .filter(table -> table.keyClass() == keyClass)
                                .mapToLong(SealedTable::waiting)
                                .sum());
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("vault-renewal").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (isRunning()) {
            try {
                keys.unwrap();
                AccessContext.asSystem("sealing anew", () -> tables.forEach(this::sealAnew));
                if (wanted.tryAcquire(LOOKS_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (DataAccessException | Damaged broken) {
                LOG.warn("Not everything could be sealed anew: {}", broken.getMessage());
                rest();
            }
        }
    }

    private void sealAnew(SealedTable table) {
        var sealed = 0L;
        for (var some = table.sealAnew(AT_ONCE);
                some > 0 && isRunning();
                some = table.sealAnew(AT_ONCE)) {
            sealed += some;
        }
        if (sealed > 0) {
            LOG.info("Sealed anew: {} rows of {}", sealed, table.keyClass().code());
        }
    }

    private static void rest() {
        try {
            Thread.sleep(Duration.ofSeconds(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
