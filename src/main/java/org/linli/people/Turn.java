package org.linli.people;

import java.time.Instant;

/** A turn of duty as it falls in time. */
record Turn(DutyTurn duty, Instant from, Instant to) {

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
