package org.linli.calendar;

import java.time.LocalDate;

/**
 * A day on which it is not as on any other such weekday: a holiday, or a weekend worked in its
 * place.
 *
 * @param year that of the notice, which may name a day of the December before
 * @param source the notice that says so
 */
record SpecialDay(
        LocalDate day,
        boolean working,
        int year,
        String nameZh,
        String nameEn,
        String source,
        String sourceUrl) {}
