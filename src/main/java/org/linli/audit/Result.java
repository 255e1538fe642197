package org.linli.audit;

import java.util.Locale;

/** What came of it. */
public enum Result {
    DONE,
    REFUSED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
