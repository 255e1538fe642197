package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a case has come, and its case still waits: whoever has it is to be told. Published
 * inside the transaction that settles the deadline, so that what a listener stores in it is stored
 * once, on any number of nodes.
 *
 * @param at when it came
 * @param dueAt when the limit ends
 * @param unitCode who has the case; null for the street office
 * @param path where it lies
 */
public record DeadlineReached(
        CaseKey key,
        String caseNo,
        Deadline deadline,
        Instant at,
        Instant dueAt,
        @Nullable String unitCode,
        String path,
        @Nullable String matterCode) {}
