package org.linli.indicators;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what figures are told apart. */
enum Grouping {
    /** Not at all. */
    NONE,
    STREET,
    COMMUNITY,
    GRID,
    SOURCE,
    UNIT,
    MATTER,
    MAJOR,
    MONTH;

    /** The group of cases that belong to none of the others. */
    static final String REST = "none";

    /** The group of cases that no unit answers for: the grid's own. */
    static final String NO_UNIT = "grid";

    /** As the API spells it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grouping so spelt, or empty if there is none. */
    static Optional<Grouping> of(String code) {
        return Arrays.stream(values())
                .filter(by -> by != NONE && by.code().equals(code))
                .findFirst();
    }

    /** Every grouping as the API spells it, for people. */
    static String codes() {
        return Arrays.stream(values())
                .filter(by -> by != NONE)
                .map(Grouping::code)
                .collect(Collectors.joining(", "));
    }

    boolean byArea() {
        return this == STREET || this == COMMUNITY || this == GRID;
    }
}
