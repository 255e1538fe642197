package org.linli.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey, as its person sees it.
 *
 * @param name as they call it
 * @param domain where it can be shown
 * @param lastUsedAt null until it was used
 */
public record Passkey(
        long id, String name, String domain, Instant addedAt, @Nullable Instant lastUsedAt) {}
