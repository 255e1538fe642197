package org.linli.exchange.handback;

import java.net.URI;
import java.util.Map;
import org.linli.platform.http.CallFailed;

/** Carries a message to its address, and comes back with the status that was answered. */
interface Postman {
    int carry(URI address, String body, Map<String, String> headers) throws CallFailed;
}
