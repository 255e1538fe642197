package org.linli.calendar;

import java.time.LocalDate;

/**
 * Days have become holidays or working days: what is still to end after the first of them may end
 * at another time. Told inside the transaction that changes them.
 *
 * @param from the first day changed
 * @param to the last
 */
public record CalendarChanged(LocalDate from, LocalDate to) {}
