package org.linli.register;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;

/** What a request says, held to what it may be. */
final class Said {

    private Said() {}

    /**
     * The text without blanks around it.
     *
     * @throws InvalidValue if there is none, or more than so many characters
     */
    static String required(String field, @Nullable String text, int longest) {
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

    /** One of the names of an enumeration, in small letters. */
    static <E extends Enum<E>> E oneOf(String field, Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> code(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("request/value", field, text));
    }

    static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
