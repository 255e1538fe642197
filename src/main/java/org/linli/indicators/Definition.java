package org.linli.indicators;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;

/**
 * What a figure means, in both languages.
 *
 * @param denominatorZh null unless it is a rate
 * @param denominatorEn null unless it is a rate
 * @param unit what its value is measured in
 * @param version rises when the figure is reckoned otherwise
 * @param cohortZh by which of its times a case belongs to a period
 * @param cohortEn by which of its times a case belongs to a period
 * @param comparable whether members of a peer group can be compared by it
 * @param readWith the names of the figures it must not be shown without
 */
@Classified(FieldClass.C0)
record Definition(
        String name,
        String labelZh,
        String labelEn,
        String numeratorZh,
        String numeratorEn,
        @Nullable String denominatorZh,
        @Nullable String denominatorEn,
        String definitionZh,
        String definitionEn,
        String unit,
        int version,
        String cohortZh,
        String cohortEn,
        boolean comparable,
        List<String> readWith) {

    Definition {
        readWith = List.copyOf(readWith);
    }

    static Definition of(Indicator indicator) {
        var base = indicator.base();
        return new Definition(
                indicator.name(),
                zh(indicator.label()),
                en(indicator.label()),
                zh(indicator.counted().label()),
                en(indicator.counted().label()),
                base == null ? null : zh(base.label()),
                base == null ? null : en(base.label()),
                text(indicator, Locale.CHINESE),
                text(indicator, Locale.ENGLISH),
                indicator.kind().unit(),
                indicator.version(),
                zh(indicator.cohort().label()),
                en(indicator.cohort().label()),
                indicator.isComparable(),
                indicator.readWith());
    }

    /** The formula and the meaning of its parts, in one language. */
    static String text(Indicator indicator, Locale locale) {
        var label = Words.say(indicator.label(), locale);
        var counted = Words.say(indicator.counted().label(), locale);
        var countedMeans = Words.say(indicator.counted().meaning(), locale);
        var base = indicator.base();
        var told =
                switch (indicator.kind()) {
                    case COUNT -> Message.of("indicator/count", label, countedMeans);
                    case MEDIAN -> Message.of("indicator/median", label, counted, countedMeans);
                    case NINE_OF_TEN -> Message.of("indicator/p90", label, counted, countedMeans);
                    case MEAN -> Message.of("indicator/mean", label, counted, countedMeans);
                    case RATE ->
                            Message.of(
                                    "indicator/rate",
                                    label,
                                    counted,
                                    base == null ? "" : Words.say(base.label(), locale),
                                    countedMeans,
                                    base == null ? "" : Words.say(base.meaning(), locale));
                };
        return Words.say(told, locale);
    }

    private static String zh(Message message) {
        return Words.say(message, Locale.CHINESE);
    }

    private static String en(Message message) {
        return Words.say(message, Locale.ENGLISH);
    }
}
