package org.linli.notices;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Matter;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.stereotype.Component;

/**
 * Says news in words. It is given the codes that a {@link Line} keeps and nothing else, so nothing
 * can stand on a lock screen but a sentence of ours, a matter, a street and a case number.
 */
@Component
class Wording {

    private final Catalogue catalogue;
    private final Streets streets;

    Wording(Catalogue catalogue, Streets streets) {
        this.catalogue = catalogue;
        this.streets = streets;
    }

    /** What happened. */
    String said(Line line, Locale locale) {
        return Words.say(Message.of(line.topic().words()), locale);
    }

    /** What it is about, as far as there is anything; else empty. */
    String about(Line line, Locale locale) {
        return Stream.of(
                        matter(line, locale),
                        streets.name(line.streetCode()),
                        Optional.ofNullable(line.caseNo()).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String matter(Line line, Locale locale) {
        return Optional.ofNullable(line.matterCode())
                .flatMap(catalogue::matter)
                .map(matter -> name(matter, locale))
                .orElse("");
    }

    private static String name(Matter matter, Locale locale) {
        return locale.getLanguage().equals("zh") ? matter.nameZh() : matter.nameEn();
    }
}
