package org.linli.platform.log;

/**
 * A place in a log. Events stand in the order of their transactions, and by id within one: ids are
 * given before commits, so that their order alone would pass over whoever commits late.
 */
public record Position(long transaction, long id) implements Comparable<Position> {

    /** Before the first event. */
    public static final Position START = new Position(0, 0);

    /** After all that was committed below a snapshot horizon. */
    static Position below(long horizon) {
        return new Position(horizon - 1, Long.MAX_VALUE);
    }

    @Override
    public int compareTo(Position other) {
        return transaction == other.transaction
                ? Long.compare(id, other.id)
                : Long.compare(transaction, other.transaction);
    }
}
