package org.linli.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.linli.platform.problem.InvalidValue;

/** Which of the things there are a request says. */
final class Said {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");

    private Said() {}

    /** What something is numbered with: a household, or the text of a notice. */
    static String code(String field, String text) {
        if (!CODE.matcher(text).matches()) {
            throw new InvalidValue("register/code", field);
        }
        return text;
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
