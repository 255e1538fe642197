package org.linli.platform.log;

import java.util.Comparator;

/**
 * A place in a log. Events stand in the order of their transactions, and by id within one: ids are
 * given before commits, so that their order alone would pass over whoever commits late.
 */
public record Position(long transaction, long id) implements Comparable<Position> {

    private static final Comparator<Position> IN_ORDER =
            Comparator.comparingLong(Position::transaction).thenComparingLong(Position::id);

    /** Before the first event. */
    public static final Position START = new Position(0, 0);

    /** After all that was committed below a snapshot horizon. */
    static Position below(long horizon) {
        return new Position(horizon - 1, Long.MAX_VALUE);
    }

    @Override
    public int compareTo(Position other) {
        return IN_ORDER.compare(this, other);
    }
}
