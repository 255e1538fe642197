package org.linli.catalogue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something that files and the API spell by a code. */
interface Coded {

    String code();

    /** Some of these by their codes. */
    static <T extends Coded> Map<String, T> byCode(T[] values) {
        return Arrays.stream(values)
                .collect(Collectors.toUnmodifiableMap(Coded::code, Function.identity()));
    }
}
