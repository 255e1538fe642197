package org.linli.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events to read, newest first. What is null does not narrow the list.
 *
 * @param actor the id of who acted
 * @param object the id of what was acted on, such as the number of a case
 * @param from done at or after
 * @param to done before
 * @param before with lower ids than this
 * @param limit at most so many
 */
public record TraceFilter(
        @Nullable String actor,
        @Nullable String object,
        @Nullable Instant from,
        @Nullable Instant to,
        long before,
        int limit) {}
