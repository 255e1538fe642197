package org.linli.platform.memory;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A copy in memory of something small that is read all the time and changed seldom, perhaps by
 * another node. The database counts its changes; the copy asks for that count at most once a second
 * and is read again when it has moved.
 *
 * <p>Not to be asked from inside a transaction that changes the original.
 */
public final class VersionedCopy<T> {

    private static final long ASK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private record Copy<T>(long version, T content, long askedAt) {}

    private final LongSupplier version;
    private final Supplier<T> read;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Copy<T> copy;

    /**
     * @param version how often the original has changed
     * @param read reads the original
     */
    public VersionedCopy(LongSupplier version, Supplier<T> read) {
        this.version = version;
        this.read = read;
    }

    /** The content, at most a second old. */
    public T get() {
        return current().content;
    }

    /** The version of the content. */
    public long version() {
        return current().version;
    }

    /** Asks at the next reading, however soon that is: the original has just been changed here. */
    public void expire() {
        copy = null;
    }

    private Copy<T> current() {
        var known = copy;
        if (known != null && System.nanoTime() - known.askedAt < ASK_EVERY_NANOS) {
            return known;
        }
        reading.lock();
        try {
            return refresh();
        } finally {
            reading.unlock();
        }
    }

    /** The version is read first: a change in between is then found at the next asking. */
    private Copy<T> refresh() {
        var known = copy;
        var now = System.nanoTime();
        if (known != null && now - known.askedAt < ASK_EVERY_NANOS) {
            return known;
        }
        var newest = version.getAsLong();
        var content = known != null && known.version == newest ? known.content : read.get();
        var refreshed = new Copy<>(newest, content, now);
        copy = refreshed;
        return refreshed;
    }
}
