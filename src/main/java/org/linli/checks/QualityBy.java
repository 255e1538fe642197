package org.linli.checks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what quality is told apart: areas, matters and units, and never people. */
enum QualityBy {
    NONE("''"),
    STREET("path"),
    COMMUNITY("path"),
    MATTER("coalesce(matter_code, '')"),
    UNIT("coalesce(unit_code, '')");

    private final String column;

    QualityBy(String column) {
        this.column = column;
    }

    /** What the database groups by; paths are put together by their division afterwards. */
    String column() {
        return column;
    }

    boolean byArea() {
        return this == STREET || this == COMMUNITY;
    }

    /** As the API spells it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<QualityBy> of(String code) {
        return Arrays.stream(values()).filter(by -> by.code().equals(code)).findFirst();
    }
}
