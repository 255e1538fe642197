package org.linli.intake;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;

/** How long what people send may be, counted in characters as they see them. */
final class Limits {

    static final int TEXT = 2_000;
    static final int ADDRESS = 200;
    static final int NAME = 50;
    static final int PHONE = 30;
    static final int EMAIL = 254;
    static final int CODE = 100;
    static final int PHOTOS = 20;

    private Limits() {}

    /**
     * The text without blanks around it.
     *
     * @throws InvalidValue if there is none, or more than so many characters
     */
    static String required(String field, String text, int longest) {
        var stripped = optional(field, text, longest);
        if (stripped.isEmpty()) {
            throw InvalidValue.missing(field);
        }
        return stripped;
    }

    /** As {@link #required}, but empty where there is none. */
    static String optional(String field, @Nullable String text, int longest) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw new InvalidValue("request/too-long", field, longest);
        }
        return stripped;
    }
}
