package org.linli.platform.log;

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

/** Looks for news twice a second while Linli serves, for each follower by itself. */
@Component
@ConditionalOnBooleanProperty(name = "linli.log.following", matchIfMissing = true)
class Following implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private static final long PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long MILLIS_TO_STOP = 10_000;

    private final Followers followers;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable CountDownLatch stopped;

    Following(Followers followers) {
        this.followers = followers;
    }

    @Override
    public synchronized void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        for (var name : followers.names()) {
            threads.add(Thread.ofVirtual().name(name).start(() -> follow(name, stop)));
        }
    }

    /** A batch that was begun is ended; what comes after it waits for the next start. */
    @Override
    public synchronized void stop() {
        var stop = stopped;
        stopped = null;
        if (stop == null) {
            return;
        }
        stop.countDown();
        try {
            for (var thread : threads) {
                thread.join(MILLIS_TO_STOP);
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

    private void follow(String name, CountDownLatch stop) {
        var pause = PAUSE_MILLIS;
        try {
            while (!stop.await(pause, TimeUnit.MILLISECONDS)) {
                pause =
                        followed(name, stop)
                                ? PAUSE_MILLIS
                                : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean followed(String name, CountDownLatch stop) {
        try {
            // few at a time cost as much each as many together: those after them may gather
            while (stop.getCount() > 0 && followers.step(name) == Followers.BATCH) {}
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("{} is tried again: {}", name, failed.toString());
            return false;
        }
    }
}
