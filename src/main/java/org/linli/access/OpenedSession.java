package org.linli.access;

import java.time.Instant;

/**
 * A session just opened.
 *
 * @param secret what the browser keeps; the server knows only its hash
 * @param half whether the second factor is still to come
 */
public record OpenedSession(String secret, Actor actor, Instant expiresAt, boolean half) {}
