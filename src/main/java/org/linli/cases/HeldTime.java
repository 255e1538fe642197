package org.linli.cases;

import org.jspecify.annotations.Nullable;

/**
 * How long somebody had a case on its clock, and how much of its delay falls on them.
 *
 * @param unitCode null for the office that dispatched it
 * @param seconds by the wall clock, time on hold left out
 * @param lateSeconds never more than those
 */
public record HeldTime(@Nullable String unitCode, long seconds, long lateSeconds) {}
