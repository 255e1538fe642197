package org.linli.exchange.handback;

import java.util.UUID;

/**
 * A message on its way.
 *
 * @param attempts this one included
 */
record Outgoing(
        String countyCode,
        UUID id,
        String system,
        String body,
        int attempts,
        String url,
        int secretVersion) {}
