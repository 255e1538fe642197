package org.linli.indicators;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * Of every definition here. Whoever changes what a figure means raises the number of that
     * figure, so that nobody compares what was reckoned otherwise.
     */
    private static final int FIRST_VERSION = 1;

    enum Kind {
        /** How many cases. */
        COUNT("cases"),
        /** Which part of the base, from 0 to 1. */
        RATE("ratio"),
        /** The hours that half of the cases took at most. */
        MEDIAN("hours"),
        /** The hours that nine of ten cases took at most. */
        NINE_OF_TEN("hours"),
        /** The hours that cases took on average; never without the two above. */
        MEAN("hours");

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
                    count(CaseSet.VALID),
                    count(CaseSet.FILED),
                    count(CaseSet.SELF_FOUND),
                    count(CaseSet.SELF_HANDLED),
                    count(CaseSet.SELF_FOUND_HANDLED),
                    count(CaseSet.DISPATCHED),
                    count(CaseSet.DONE),
                    count(CaseSet.CLOSED),
                    count(CaseSet.ON_TIME),
                    count(CaseSet.FORCED_CLOSED),
                    count(CaseSet.EXEMPTED),
                    count(CaseSet.OPEN),
                    count(CaseSet.HELD),
                    count(CaseSet.OVERDUE_OPEN),
                    count(CaseSet.RETURNED),
                    count(CaseSet.SHIRKED),
                    count(CaseSet.ACCURATE),
                    count(CaseSet.EXTENDED),
                    count(CaseSet.REWORKED),
                    count(CaseSet.CHECKED),
                    count(CaseSet.PASSED_FIRST),
                    count(CaseSet.REOPENED),
                    count(CaseSet.ANSWERED),
                    count(CaseSet.SOLVED),
                    count(CaseSet.RATED),
                    count(CaseSet.SATISFIED),
                    count(CaseSet.DUE),
                    count(CaseSet.DUE_CLOSED),
                    count(CaseSet.DUE_ON_TIME),
                    count(CaseSet.LONG_HELD),
                    rate("filed_rate", CaseSet.FILED, CaseSet.REPORTED),
                    rate("valid_rate", CaseSet.VALID, CaseSet.REPORTED),
                    rate("self_handled_rate", CaseSet.SELF_HANDLED, CaseSet.FILED),
                    rate("done_rate", CaseSet.DONE, CaseSet.FILED),
                    rate("closed_rate_of_filed", CaseSet.CLOSED, CaseSet.FILED),
                    rate("on_time_rate_of_filed", CaseSet.ON_TIME, CaseSet.FILED),
                    rate("on_time_rate_of_closed", CaseSet.ON_TIME, CaseSet.CLOSED),
                    rate("closed_rate_of_due", CaseSet.DUE_CLOSED, CaseSet.DUE),
                    rate("on_time_rate_of_due", CaseSet.DUE_ON_TIME, CaseSet.DUE),
                    rate("hold_rate", CaseSet.HELD, CaseSet.FILED),
                    rate("return_rate", CaseSet.RETURNED, CaseSet.DISPATCHED),
                    rate("shirking_rate", CaseSet.SHIRKED, CaseSet.DISPATCHED),
                    rate("accurate_dispatch_rate", CaseSet.ACCURATE, CaseSet.DISPATCHED),
                    rate("extension_rate", CaseSet.EXTENDED, CaseSet.DISPATCHED),
                    rate("rework_rate", CaseSet.REWORKED, CaseSet.DISPATCHED),
                    rate("first_check_rate", CaseSet.PASSED_FIRST, CaseSet.CHECKED),
                    rate("reopen_rate", CaseSet.REOPENED, CaseSet.EVER_CLOSED),
                    rate("answer_rate", CaseSet.ANSWERED, CaseSet.ASKABLE),
                    rate("solved_rate", CaseSet.SOLVED, CaseSet.TOLD),
                    rate("satisfied_rate", CaseSet.SATISFIED, CaseSet.RATED),
                    rate("taken_in_time_rate", CaseSet.TAKEN_IN_TIME, CaseSet.DISPATCHED),
                    rate("whistle_answer_rate", CaseSet.CAME_IN_TIME, CaseSet.WHISTLED),
                    rate("long_hold_rate", CaseSet.LONG_HELD, CaseSet.HELD),
                    rate("response_rate", CaseSet.CONTACTED, CaseSet.REACHABLE),
                    rate("missed_rate", CaseSet.MISSED, CaseSet.FOUND_BY_VISIT),
                    rate("recurrence_rate", CaseSet.RECURRED, CaseSet.FILED),
                    rate("frequent_rate", CaseSet.FREQUENT, CaseSet.FILED),
                    rate("check_done_rate", CaseSet.LOOKED_AT, CaseSet.DRAWN),
                    rate("mended_rate", CaseSet.MENDED, CaseSet.FAULTS),
                    new Indicator("median_hours", Kind.MEDIAN, CaseSet.TIMED, null),
                    new Indicator("p90_hours", Kind.NINE_OF_TEN, CaseSet.TIMED, null),
                    new Indicator("mean_hours", Kind.MEAN, CaseSet.TIMED, null));

    /**
     * What must not be read alone: done is not solved, solved is not satisfied, and a satisfaction
     * says nothing without how many answered (DOMAIN §3.2).
     */
    private static final Map<String, List<String>> READ_WITH =
            Map.of(
                    "done_rate", List.of("solved_rate", "satisfied_rate"),
                    "closed_rate_of_due", List.of("solved_rate", "satisfied_rate"),
                    "closed_rate_of_filed", List.of("solved_rate", "satisfied_rate"),
                    "solved_rate", List.of("answer_rate", "satisfied_rate"),
                    "satisfied_rate", List.of("answer_rate", "solved_rate"),
                    "mean_hours", List.of("median_hours", "p90_hours"),
                    "hold_rate", List.of("long_hold_rate"),
                    "response_rate", List.of("solved_rate", "satisfied_rate"),
                    "median_hours", List.of("p90_hours"));

    /** The figure so called, or empty if there is none. */
    static Optional<Indicator> named(String name) {
        return ALL.stream().filter(indicator -> indicator.name.equals(name)).findFirst();
    }

    /** Rises when the figure is reckoned otherwise. */
    int version() {
        return FIRST_VERSION;
    }

    /** Which cases of a period it is about: those of its denominator, or else those it counts. */
    CaseSet.Cohort cohort() {
        return base == null ? counted.cohort() : base.cohort();
    }

    /** The sets that it takes. */
    Stream<CaseSet> sets() {
        return Stream.of(Optional.of(counted), Optional.ofNullable(base)).flatMap(Optional::stream);
    }

    /**
     * Whether something can be expected of a member of a peer group: a part of its cases is
     * counted, by what is the same for all.
     */
    boolean isComparable() {
        return kind == Kind.RATE && counted != CaseSet.FREQUENT && !isSampled();
    }

    /** Whether it is the rate of a sample, and lies within an interval around it. */
    boolean isSampled() {
        return kind == Kind.RATE && cohort() == CaseSet.Cohort.VISITED;
    }

    /** Whether it can be read off the roll-ups. */
    boolean isKeptByDay() {
        return sets().allMatch(CaseSet::isKeptByDay);
    }

    /** The names of the figures to be shown beside it. */
    List<String> readWith() {
        return READ_WITH.getOrDefault(name, List.of());
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
