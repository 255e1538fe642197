package org.linli.intake.open311;

import java.util.List;
import java.util.Locale;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Matter;
import org.linli.catalogue.Question;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.stereotype.Component;

/** The matters of the catalogue as services, and their questions as attributes. */
@Component
class ServiceList {

    private final Catalogue catalogue;

    ServiceList(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<ListedService> all(Locale locale) {
        return catalogue.matters().stream().map(matter -> listed(matter, locale)).toList();
    }

    /**
     * @throws UnknownService if no matter has this code
     */
    ServiceDefinition definition(String code, Locale locale) {
        var matter = matter(code);
        return new ServiceDefinition(
                matter.code(),
                catalogue.questions(code).stream().map(asked -> attribute(asked, locale)).toList());
    }

    /**
     * @throws UnknownService if no matter has this code
     */
    Matter matter(String code) {
        return catalogue.matter(code).orElseThrow(() -> new UnknownService(code));
    }

    static String name(Matter matter, Locale locale) {
        return isEnglish(locale) ? matter.nameEn() : matter.nameZh();
    }

    static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private ListedService listed(Matter matter, Locale locale) {
        var sheet = matter.sheet();
        var english = isEnglish(locale);
        return new ListedService(
                matter.code(),
                name(matter, locale),
                english ? sheet.filingEn() : sheet.filingZh(),
                !catalogue.questions(matter.code()).isEmpty(),
                "realtime",
                String.join(
                        ", ", english ? sheet.majorEn() : sheet.majorZh(), name(matter, locale)),
                english ? sheet.majorEn() : sheet.majorZh());
    }

    private static ServiceDefinition.Attribute attribute(Question asked, Locale locale) {
        var english = isEnglish(locale);
        return new ServiceDefinition.Attribute(
                true,
                asked.code(),
                asked.datatype().code(),
                asked.required(),
                Words.say(Message.of("open311/a-%s".formatted(asked.datatype().code())), locale),
                asked.place(),
                english ? asked.textEn() : asked.textZh(),
                asked.choices().stream()
                        .map(choice ->
                                new ServiceDefinition.Value(
                                        choice.key(), english ? choice.en() : choice.zh()))
                        .toList());
    }
}
