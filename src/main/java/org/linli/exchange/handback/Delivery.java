package org.linli.exchange.handback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * One message to a system, as an administrator sees it.
 *
 * @param nextAt when it is tried next; null once it has arrived or is given up
 * @param deadAt since when it is given up
 */
@Classified(FieldClass.C1)
record Delivery(
        UUID id,
        String system,
        String externalId,
        String type,
        Instant madeAt,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant deadAt,
        String lastFailure) {}
