package org.linli.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a script or another system acts with; the token itself is known only to whom it was given.
 *
 * @param name what it is for
 * @param createdBy the id of who asked for it
 * @param revokedAt null unless it was revoked
 */
public record ServiceToken(
        long id,
        String name,
        Post post,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {}
