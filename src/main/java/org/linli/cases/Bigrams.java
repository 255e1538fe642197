package org.linli.cases;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Each two neighbouring characters of a text. Chinese is written without spaces and most of its
 * words have two characters, so an index of these finds words that an index of words would not.
 */
public final class Bigrams {

    private Bigrams() {}

    /** The bigrams of all the texts, in one set. */
    public static Set<String> of(List<String> texts) {
        var bigrams = new LinkedHashSet<String>();
        texts.forEach(text -> collect(text, bigrams));
        return bigrams;
    }

    /** The text as it is compared: full-width as half-width, capitals as small letters. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static void collect(String text, Set<String> bigrams) {
        var previous = -1;
        for (var character : plain(text).codePoints().toArray()) {
            var current = Character.isLetterOrDigit(character) ? character : -1;
            if (previous >= 0 && current >= 0) {
                bigrams.add(Character.toString(previous) + Character.toString(current));
            }
            previous = current;
        }
    }
}
