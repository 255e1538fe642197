package org.linli.oncall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that cannot wait, as a unit was given it.
 *
 * @param eventId of the dispatch
 * @param street the code of the street it lies in; empty outside all
 * @param called how many have been called for it
 */
record Order(
        String county,
        long eventId,
        long caseId,
        String caseNo,
        @Nullable String matterCode,
        String unit,
        String path,
        String street,
        Instant orderedAt,
        int called) {}
