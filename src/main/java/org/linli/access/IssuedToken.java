package org.linli.access;

import java.time.Instant;

/**
 * A token just made, shown this once.
 *
 * @param token what goes after {@code Authorization: Bearer}
 */
public record IssuedToken(long id, String token, Instant expiresAt) {}
