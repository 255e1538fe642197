package org.linli.cases;

import java.time.Instant;

/**
 * A case that may be about the same thing.
 *
 * @param distance in metres
 * @param followers how many reporters follow it
 */
public record SimilarCase(
        String caseNo, int distance, String state, Instant reportedAt, int followers) {}
