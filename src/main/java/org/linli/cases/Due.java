package org.linli.cases;

import java.time.Instant;

/**
 * When somebody is to know of a case that still waits, and what for.
 *
 * @param kind which time it is of those that the case is given
 * @param startedAt since when the case waits
 * @param at when it is told
 * @param dueAt when the time is over that was given
 */
record Due(
        String countyCode, long caseId, String kind, Instant startedAt, Instant at, Instant dueAt) {

    CaseKey key() {
        return new CaseKey(countyCode, caseId);
    }
}
