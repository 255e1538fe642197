package org.linli.platform.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every sentence the server says, in Chinese and in English. Each module keeps its own in {@code
 * words/<module>_zh.properties} and {@code words/<module>_en.properties}.
 */
public final class Words {

    private static final Map<String, Map<String, String>> BY_LANGUAGE =
            Map.of("zh", read("zh"), "en", read("en"));

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Words() {}

    /**
     * The message in the reader's language: Chinese for any Chinese locale, else English.
     *
     * @throws IllegalStateException if nobody has worded the message
     */
    public static String say(Message message, Locale locale) {
        var language = locale.getLanguage().equals("zh") ? "zh" : "en";
        var pattern = wordings(language).get(message.code());
        if (pattern == null) {
            throw new IllegalStateException("No " + language + " words for " + message.code());
        }
        var format = new MessageFormat(pattern, locale);
        return format.format(
                message.arguments().stream().map(said -> plain(said, locale)).toArray());
    }

    /** Each code with its wording in a language, {@code zh} or {@code en}. */
    public static Map<String, String> wordings(String language) {
        var wordings = BY_LANGUAGE.get(language);
        if (wordings == null) {
            throw new IllegalArgumentException("Linli speaks zh and en, not " + language);
        }
        return wordings;
    }

    /** Whether there is a wording for a code. */
    public static boolean has(String code) {
        return wordings("zh").containsKey(code);
    }

    /**
     * Numbers are written as they are: a case number or a limit is never 1,234. A time is told as
     * the clock on the wall shows it, in the zone that it is given in.
     */
    private static Object plain(Object argument, Locale locale) {
        return switch (argument) {
            case Number number -> number.toString();
            case ZonedDateTime time -> TO_THE_MINUTE.format(time);
            case Message within -> say(within, locale);
            case Named name -> locale.getLanguage().equals("zh") ? name.zh() : name.en();
            default -> argument;
        };
    }

    private static Map<String, String> read(String language) {
        try {
            var words = new HashMap<String, String>();
            var pattern = "classpath*:words/*_" + language + ".properties";
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var properties = new Properties();
                try (var in =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(in);
                }
                properties.forEach((code, text) -> words.put((String) code, (String) text));
            }
            return Map.copyOf(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
