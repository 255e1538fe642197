package org.linli.platform.words;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The language of whoever started Linli at a terminal. */
public final class ConsoleLanguage {

    private ConsoleLanguage() {}

    /**
     * As the environment names it. The JVM's own locale would not do: it is English wherever the
     * Chinese locale is not installed.
     */
    public static Locale locale() {
        return locale(System.getenv());
    }

    static Locale locale(Map<String, String> environment) {
        return Stream.of("LINLI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.startsWith("zh"))
                .map(_ -> Locale.CHINESE)
                .orElse(Locale.ENGLISH);
    }
}
