package org.linli.indicators;

import java.time.Instant;
import java.util.List;

/**
 * A moment from which matters are classed otherwise, as the district of the source did between 2013
 * and 2014 (DOMAIN §7.1): what stands before and after it under the name of a class is not the
 * same.
 *
 * @param ended the matters that ended then without an heir, so that nothing maps the one side to
 *     the other; empty where every matter has its class on either side
 */
record ClassBreak(Instant at, List<String> ended) {

    ClassBreak {
        ended = List.copyOf(ended);
    }

    /** Whether every case has a class on either side: that which its matter has today. */
    boolean maps() {
        return ended.isEmpty();
    }
}
