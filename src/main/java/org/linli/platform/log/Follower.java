package org.linli.platform.log;

import java.util.List;

/**
 * Does something about each event of a log, soon after it happened and once: what it stores and how
 * far it has come are stored by one transaction. A component of any module; {@link Followers} finds
 * it and runs it on one node at a time, on behalf of the system.
 */
public interface Follower<E> {

    /** What its bookmark is stored under: its module, and what it does if there are several. */
    String name();

    EventLog<E> log();

    /** Where one begins that has no bookmark yet. */
    Beginning beginning();

    /**
     * Does what these events call for, inside the transaction that moves the bookmark past them.
     * Whoever throws gets them again, and only them, until it can. Nobody is called over a network
     * from here: while the transaction is open, every follower waits for its horizon.
     *
     * @param events in order, at least one
     */
    void follow(List<E> events);

    /** Takes back all it made, because it follows the log again from its start. */
    default void forget() {}

    /** Where a follower begins, also in a database that was restored, which numbers anew. */
    enum Beginning {
        /** With the first event there is: for what is counted over all of them. */
        START,
        /** With what happens from now on: for what is told of news. */
        NOW
    }
}
