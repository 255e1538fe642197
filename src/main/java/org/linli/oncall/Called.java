package org.linli.oncall;

import java.time.Instant;

/**
 * Somebody is called to what cannot wait. Published inside the transaction that says so, once on
 * any number of nodes.
 *
 * @param no of the call, from 1
 * @param holder the unit or the street in whose roster they stand
 */
public record Called(
        String county,
        String caseNo,
        long eventId,
        int no,
        String holder,
        String account,
        Instant at) {}
