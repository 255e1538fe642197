package org.linli.register;

import java.util.Arrays;
import java.util.Locale;
import org.linli.platform.problem.InvalidValue;

/** Which of the things there are a request says. */
final class Said {

    private Said() {}

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
