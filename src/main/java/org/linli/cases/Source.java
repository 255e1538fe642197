package org.linli.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a concern reached Linli (来源). */
public enum Source {
    PATROL,
    RESIDENT,
    HOTLINE_12345,
    MONITORING,
    DEPARTMENT,
    SUPERIOR,
    IMPORT;

    /** As files and the API spell it: {@code hotline_12345}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source so spelt, or empty if there is none. */
    public static Optional<Source> of(String code) {
        return Arrays.stream(values()).filter(source -> source.code().equals(code)).findFirst();
    }
}
