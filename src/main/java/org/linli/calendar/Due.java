package org.linli.calendar;

import java.time.Instant;

/**
 * When a limit ends.
 *
 * @param provisional whether it runs through a year whose holidays nobody has loaded yet, so that
 *     it may still move
 */
public record Due(Instant at, boolean provisional) {}
