package org.linli.access.factor;

import java.util.Set;

/**
 * Where a passkey is made or shown.
 *
 * @param domain that it belongs to (WebAuthn calls it the relying party's id)
 * @param origins of the pages that may ask for it
 */
public record PasskeySite(String domain, Set<String> origins) {

    public PasskeySite {
        origins = Set.copyOf(origins);
    }
}
