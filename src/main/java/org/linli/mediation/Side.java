package org.linli.mediation;

import java.util.Locale;

/** Which of the two somebody is. */
enum Side {
    APPLICANT,
    OTHER;

    /** As the API and the database spell it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Side of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
