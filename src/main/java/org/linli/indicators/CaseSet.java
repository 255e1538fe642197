package org.linli.indicators;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.linli.platform.words.Message;

/**
 * A set of cases that figures count or divide by. What belongs to it stands in {@link Facts}, under
 * its code; what it means to a reader stands in the words. The place of one that is kept by day is
 * its bit in the roll-ups.
 */
enum CaseSet {
    REPORTS(Cohort.REPORTED),
    REPORTED(Cohort.REPORTED),
    DUPLICATES(Cohort.REPORTED),
    REFUSED(Cohort.REPORTED),
    UNPLACED(Cohort.REPORTED),
    OUTSIDE(Cohort.REPORTED),
    VALID(Cohort.REPORTED),

    FILED(Cohort.FILED),
    SELF_FOUND(Cohort.FILED),
    SELF_HANDLED(Cohort.FILED),
    SELF_FOUND_HANDLED(Cohort.FILED),
    DISPATCHED(Cohort.FILED),
    DONE(Cohort.FILED),
    CLOSED(Cohort.FILED),
    ON_TIME(Cohort.FILED),
    FORCED_CLOSED(Cohort.FILED),
    EXEMPTED(Cohort.FILED),
    OPEN(Cohort.FILED),
    HELD(Cohort.FILED),
    OVERDUE_OPEN(Cohort.FILED),
    RETURNED(Cohort.FILED),
    SHIRKED(Cohort.FILED),
    ACCURATE(Cohort.FILED),
    EXTENDED(Cohort.FILED),
    REWORKED(Cohort.FILED),
    CHECKED(Cohort.FILED),
    PASSED_FIRST(Cohort.FILED),
    EVER_CLOSED(Cohort.FILED),
    REOPENED(Cohort.FILED),
    ASKABLE(Cohort.FILED),
    ANSWERED(Cohort.FILED),
    TOLD(Cohort.FILED),
    SOLVED(Cohort.FILED),
    RATED(Cohort.FILED),
    SATISFIED(Cohort.FILED),
    TIMED(Cohort.FILED),

    DUE(Cohort.DUE),
    DUE_CLOSED(Cohort.DUE),
    DUE_ON_TIME(Cohort.DUE),

    TAKEN_IN_TIME(Cohort.FILED, Kept.NOT),
    WHISTLED(Cohort.FILED, Kept.NOT),
    CAME_IN_TIME(Cohort.FILED, Kept.NOT),
    LONG_HELD(Cohort.FILED, Kept.NOT),
    RECURRED(Cohort.FILED, Kept.NOT),
    DRAWN(Cohort.FILED, Kept.NOT),
    LOOKED_AT(Cohort.FILED, Kept.NOT),
    FAULTS(Cohort.FILED, Kept.NOT),
    MENDED(Cohort.FILED, Kept.NOT),
    FREQUENT(Cohort.FILED, Kept.NOT),
    REACHABLE(Cohort.FILED, Kept.NOT),
    CONTACTED(Cohort.FILED, Kept.NOT),

    FOUND_BY_VISIT(Cohort.VISITED, Kept.NOT),
    MISSED(Cohort.VISITED, Kept.NOT);

    /** By which of its times a case belongs to a period. */
    enum Cohort {
        /** By the time of the report. */
        REPORTED,
        /** By the time of the filing. */
        FILED,
        /** By the due time, extensions and holds included. */
        DUE,
        /** By the time of the visit that saw it. */
        VISITED;

        /** Which period a case counts in, in words. */
        Message label() {
            return Message.of("indicator/cohort/" + name().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether roll-ups have it. */
    private enum Kept {
        BY_DAY,
        /**
         * It depends on more than the case, or is asked for too seldom: it is counted from the
         * cases whenever somebody asks for it by name.
         */
        NOT
    }

    /** Those that roll-ups have. */
    static final List<CaseSet> BY_DAY =
            Arrays.stream(values()).filter(set -> set.kept == Kept.BY_DAY).toList();

    private final Cohort cohort;
    private final Kept kept;

    CaseSet(Cohort cohort) {
        this(cohort, Kept.BY_DAY);
    }

    CaseSet(Cohort cohort, Kept kept) {
        this.cohort = cohort;
        this.kept = kept;
    }

    boolean isKeptByDay() {
        return kept == Kept.BY_DAY;
    }

    Cohort cohort() {
        return cohort;
    }

    /** As the API and the store spell it: {@code on_time}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the set is called. */
    Message label() {
        return Message.of("indicator/set/" + code());
    }

    /** Which cases belong to it. */
    Message meaning() {
        return Message.of("indicator/set/" + code() + "/means");
    }
}
