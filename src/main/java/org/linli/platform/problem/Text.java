package org.linli.platform.problem;

import org.jspecify.annotations.Nullable;

/** Text that a request carries, held to its length, counted in characters as people see them. */
public final class Text {

    private Text() {}

    /**
     * The text without blanks around it.
     *
     * @throws InvalidValue if there is none, or more than so many characters
     */
    public static String required(String field, @Nullable String text, int longest) {
        var stripped = optional(field, text, longest);
        if (stripped.isEmpty()) {
            throw InvalidValue.missing(field);
        }
        return stripped;
    }

    /** As {@link #required}, but empty where there is none. */
    public static String optional(String field, @Nullable String text, int longest) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw new InvalidValue("request/too-long", field, longest);
        }
        return stripped;
    }
}
