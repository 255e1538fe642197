package org.linli.access;

import java.time.Instant;

/**
 * A session just opened.
 *
 * @param secret what the browser keeps; the server knows only its hash
 */
public record OpenedSession(String secret, Actor actor, Instant expiresAt) {}
