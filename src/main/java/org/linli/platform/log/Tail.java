package org.linli.platform.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.linli.platform.log.EventLog.Entry;

/**
 * The newest part of a log, read once for all who follow it closely. Whoever is further behind
 * reads for itself until it comes up.
 */
final class Tail<E> {

    /**
     * What an event says of its subject is of when it was read: older than this it is read anew.
     */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final int AT_ONCE = Followers.BATCH;
    private static final int KEPT = 5 * AT_ONCE;

    private record Read<E>(Entry<E> entry, Instant at) {}

    private final EventLog<E> log;
    private final Clock clock;

    /** Everything after {@link #begin}, up to and with {@link #end}. */
    private final NavigableMap<Position, Read<E>> read = new TreeMap<>();

    private Position begin = Position.START;
    private Position end = Position.START;

    Tail(EventLog<E> log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** As {@link EventLog#after}, but what others have just read is not read again. */
    synchronized List<Entry<E>> after(Position position, long below, int atMost) {
        dropOld();
        if (position.compareTo(begin) < 0) {
            return log.after(position, below, atMost);
        }
        if (position.compareTo(end) > 0) {
            beginAt(position);
        }
        if (position.equals(end)) {
            readOn(below);
        }
        return read.tailMap(position, false).values().stream()
                .limit(atMost)
                .map(Read::entry)
                .toList();
    }

    /** The log is to be told from its start, of subjects as they are now. */
    synchronized void forget() {
        beginAt(end);
    }

    private void beginAt(Position position) {
        read.clear();
        begin = position;
        end = position;
    }

    private void readOn(long below) {
        var now = clock.instant();
        for (var entry : log.after(end, below, AT_ONCE)) {
            end = entry.position();
            read.put(end, new Read<>(entry, now));
        }
        while (read.size() > KEPT) {
            drop();
        }
    }

    private void dropOld() {
        var now = clock.instant();
        while (!read.isEmpty() && !read.firstEntry().getValue().at().plus(FRESH).isAfter(now)) {
            drop();
        }
    }

    private void drop() {
        begin = read.pollFirstEntry().getKey();
    }
}
