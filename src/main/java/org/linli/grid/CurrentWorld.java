package org.linli.grid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the current edition in memory. Once a second, whoever asks next compares it with the
 * database, so that all nodes agree within a second of a publication.
 */
@Component
class CurrentWorld {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentWorld.class);

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    private final GridStore store;
    private final WorldReader reader;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();

    private volatile @Nullable World world;
    private volatile Instant lookAgain = Instant.MIN;

    CurrentWorld(
            GridStore store, WorldReader reader, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.events = events;
        this.clock = clock;
    }

    /** The edition of at most a second ago; while a newer one is being read, the one before. */
    World get() {
        var known = world;
        var now = clock.instant();
        if (known == null) {
            return refresh();
        }
        if (now.isBefore(lookAgain) || !looking.tryLock()) {
            return known;
        }
        try {
            return look(now);
        } finally {
            looking.unlock();
        }
    }

    /** Reads ahead, so that the first to ask need not wait for a province to be read. */
    @EventListener
    void on(WebServerInitializedEvent served) {
        Thread.ofVirtual()
                .name("grid-first-reading")
                .start(() -> {
                    try {
                        refresh();
                    } catch (DataAccessException away) {
                        LOG.warn("The grid could not be read ahead: {}", away.getMessage());
                    }
                });
    }

    /** Reads the latest edition now. */
    World refresh() {
        looking.lock();
        try {
            return look(clock.instant());
        } finally {
            looking.unlock();
        }
    }

    private World look(Instant now) {
        var edition = store.edition();
        var latest = world;
        if (latest == null || !latest.isStillSo(edition, now)) {
            latest = reader.read(edition, now);
            // if this fails, the world is not taken and is read again at the next look
            events.publishEvent(new WorldRead(latest));
            world = latest;
        }
        lookAgain = now.plus(TRUSTED_FOR);
        return latest;
    }
}
