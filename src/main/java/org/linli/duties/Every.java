package org.linli.duties;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How often something comes round, and so how many times it does in a month. */
enum Every {
    /** Working days, of which a year has about 250. */
    DAY(250),
    WEEK(52),
    MONTH(12),
    QUARTER(4),
    YEAR(1);

    private static final int MONTHS = 12;

    private final int perYear;

    Every(int perYear) {
        this.perYear = perYear;
    }

    /** As files, the database and the API spell it. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    double perMonth(int times) {
        return (double) times * perYear / MONTHS;
    }
}
