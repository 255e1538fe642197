package org.linli.platform.rounds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps all rounds going while Linli serves, each by itself. */
@Component
@ConditionalOnBooleanProperty(name = "linli.log.following", matchIfMissing = true)
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** Even what is looked at seldom is looked at soon after a start. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    private static final long MILLIS_TO_STOP = 15_000;

    private final List<Round> rounds;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable CountDownLatch stopped;

    Rounds(List<Round> rounds) {
        this.rounds = List.copyOf(rounds);
    }

    @Override
    public synchronized void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        for (var round : rounds) {
            threads.add(Thread.ofVirtual().name(round.name()).start(() -> repeat(round, stop)));
        }
    }

    /** A round that was begun is ended, if that does not take too long. */
    @Override
    public synchronized void stop() {
        var stop = stopped;
        stopped = null;
        if (stop == null) {
            return;
        }
        stop.countDown();
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS_TO_STOP);
        try {
            for (var thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return stopped != null;
    }

    private static void repeat(Round round, CountDownLatch stop) {
        var pause = round.pause();
        var wait = pause.compareTo(FIRST) < 0 ? pause : FIRST;
        try {
            while (!stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                goOnce(round);
                wait = pause;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void goOnce(Round round) {
        try {
            round.go();
        } catch (RuntimeException failed) {
            LOG.warn("{}: looked at again later: {}", round.name(), failed.toString());
        }
    }
}
