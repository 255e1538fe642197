package org.linli.platform.words;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** In which of its two languages Linli answers a request: Chinese unless English is preferred. */
public final class Languages {

    private Languages() {}

    /**
     * The language of {@code Accept-Language} that Linli speaks and is liked best, else Chinese.
     */
    public static Locale of(HttpServletRequest request) {
        return accepted(request.getHeader("Accept-Language")).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .map(_ -> Locale.ENGLISH)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    /** The ranges, the best liked first; none if nobody can tell what is meant. */
    private static List<LanguageRange> accepted(@Nullable String header) {
        try {
            return header == null || header.isBlank() ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException meaningless) {
            return List.of();
        }
    }
}
