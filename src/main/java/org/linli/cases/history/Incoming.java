package org.linli.cases.history;

import org.linli.platform.transfer.Row;

/**
 * A row of a file of cases that could be read.
 *
 * @param past as the row tells it
 * @param place where it was placed
 */
record Incoming(Row row, PastCase past, Placed place) {

    /** The case in the cell it was placed in. */
    PastCase placed() {
        return past.placed(place);
    }
}
