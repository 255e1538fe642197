package org.linli.indicators;

import java.util.Locale;
import org.linli.platform.words.Message;

/**
 * A set of cases that figures count or divide by. What belongs to it stands in {@link
 * IndicatorStore}, under its code; what it means to a reader stands in the words.
 */
enum CaseSet {
    // by the time of the report
    REPORTS,
    REPORTED,
    DUPLICATES,
    REFUSED,
    UNPLACED,
    OUTSIDE,

    // by the time of the filing
    FILED,
    SELF_HANDLED,
    DISPATCHED,
    CLOSED,
    ON_TIME,
    FORCED_CLOSED,
    EXEMPTED,
    OPEN,
    HELD,
    OVERDUE_OPEN,
    RETURNED,
    REWORKED,
    RATED,
    SATISFIED,
    TIMED,

    // by the due time
    DUE,
    DUE_CLOSED,
    DUE_ON_TIME;

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
