package org.linli.platform.rounds;

import java.time.Duration;

/**
 * Something that is looked at again and again while Linli runs. Rounds of one kind follow each
 * other; those of other nodes may go at the same time, so whoever looks takes what nobody else has.
 */
public interface Round {

    /** What is looked at, for the log. */
    String name();

    /** How long to wait from the end of one round to the next. */
    Duration pause();

    /** Looks once. What goes wrong is logged, and looked at again the next time. */
    void go();
}
