package org.linli.indicators;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Message;

/**
 * A figure that leads decide by: what it counts, what it divides by, and how.
 *
 * @param name stable, as the API spells it
 * @param kind how the value comes about
 * @param counted the numerator; of durations, the cases that are measured
 * @param base the denominator; null unless the figure is a rate
 */
record Indicator(String name, Kind kind, CaseSet counted, @Nullable CaseSet base) {

    enum Kind {
        /** How many cases. */
        COUNT("cases"),
        /** Which part of the base, from 0 to 1. */
        RATE("ratio"),
        /** The hours that half of the cases took at most. */
        MEDIAN("hours"),
        /** The hours that nine of ten cases took at most. */
        NINE_OF_TEN("hours");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        /** What the value is measured in. */
        String unit() {
            return unit;
        }
    }

    /** Every figure there is. Nothing is counted that is not defined here. */
    static final List<Indicator> ALL =
            List.of(
                    count(CaseSet.REPORTS),
                    count(CaseSet.REPORTED),
                    count(CaseSet.DUPLICATES),
                    count(CaseSet.UNPLACED),
                    count(CaseSet.OUTSIDE),
                    count(CaseSet.REFUSED),
                    count(CaseSet.FILED),
                    count(CaseSet.SELF_HANDLED),
                    count(CaseSet.DISPATCHED),
                    count(CaseSet.CLOSED),
                    count(CaseSet.ON_TIME),
                    count(CaseSet.FORCED_CLOSED),
                    count(CaseSet.EXEMPTED),
                    count(CaseSet.OPEN),
                    count(CaseSet.HELD),
                    count(CaseSet.OVERDUE_OPEN),
                    count(CaseSet.RETURNED),
                    count(CaseSet.REWORKED),
                    count(CaseSet.RATED),
                    count(CaseSet.SATISFIED),
                    count(CaseSet.DUE),
                    count(CaseSet.DUE_CLOSED),
                    count(CaseSet.DUE_ON_TIME),
                    rate("filed_rate", CaseSet.FILED, CaseSet.REPORTED),
                    rate("self_handled_rate", CaseSet.SELF_HANDLED, CaseSet.FILED),
                    rate("closed_rate_of_filed", CaseSet.CLOSED, CaseSet.FILED),
                    rate("on_time_rate_of_filed", CaseSet.ON_TIME, CaseSet.FILED),
                    rate("on_time_rate_of_closed", CaseSet.ON_TIME, CaseSet.CLOSED),
                    rate("closed_rate_of_due", CaseSet.DUE_CLOSED, CaseSet.DUE),
                    rate("on_time_rate_of_due", CaseSet.DUE_ON_TIME, CaseSet.DUE),
                    rate("return_rate", CaseSet.RETURNED, CaseSet.DISPATCHED),
                    rate("rework_rate", CaseSet.REWORKED, CaseSet.DISPATCHED),
                    rate("satisfied_rate", CaseSet.SATISFIED, CaseSet.RATED),
                    new Indicator("median_hours", Kind.MEDIAN, CaseSet.TIMED, null),
                    new Indicator("p90_hours", Kind.NINE_OF_TEN, CaseSet.TIMED, null));

    /** The figure so called, or empty if there is none. */
    static Optional<Indicator> named(String name) {
        return ALL.stream().filter(indicator -> indicator.name.equals(name)).findFirst();
    }

    /** What the figure is called. */
    Message label() {
        return kind == Kind.COUNT ? counted.label() : Message.of("indicator/" + name);
    }

    private static Indicator count(CaseSet counted) {
        return new Indicator(counted.code(), Kind.COUNT, counted, null);
    }

    private static Indicator rate(String name, CaseSet counted, CaseSet base) {
        return new Indicator(name, Kind.RATE, counted, base);
    }
}
