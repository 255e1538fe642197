package org.linli.indicators;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Somebody's objection to a figure, shown beside it.
 *
 * @param name of the figure
 * @param numerator of the figure when it was contested
 * @param denominator null unless it is a rate
 * @param own whether whoever asks made it, so that somebody else has to answer it
 * @param upheld whether whoever answered found it right; null until somebody has
 */
@Classified(FieldClass.C1)
record Objection(
        UUID id,
        String name,
        String area,
        Instant from,
        Instant to,
        long numerator,
        @Nullable Long denominator,
        String reason,
        String by,
        boolean own,
        Instant at,
        @Nullable Boolean upheld,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {}
