package org.linli.platform.words;

import java.util.List;

/**
 * Something to tell a person, kept apart from the language it is told in.
 *
 * @param code stable and public, such as {@code case/step-not-allowed}: the key of its wording in
 *     {@code words/<module>_zh.properties} and {@code words/<module>_en.properties}
 * @param arguments the values for {@code {0}}, {@code {1}} … of the wording
 */
public record Message(String code, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }
}
