package org.linli.platform.charter;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whether a name says what the charter forbids: of a column, a field, a figure, a setting or
 * a word on a screen, in Chinese, in pinyin or in English. There is no switch to turn it off.
 */
public final class Charter {

    /** Borders between words: {@code riskLevel}, {@code risk_level} and {@code Risk level}. */
    private static final Pattern BORDER =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}\\p{N}]+|(?<=\\p{N})(?=\\p{L})");

    /** What may stand within a word to hide it; no word goes on past a full stop. */
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}.]+");

    /** A term this long is no part of another word by chance, so it is found without borders. */
    private static final int LONG = 7;

    private Charter() {}

    /** The rule that a field, column or setting of this name would break, or empty if none. */
    public static Optional<CharterRule> forbidsField(String name) {
        return first(name, Arrays.stream(CharterRule.values()).toList());
    }

    /** The rule that a figure, a kind of case or a text on screen would break, or empty. */
    public static Optional<CharterRule> forbidsWord(String text) {
        return first(
                text, Arrays.stream(CharterRule.values()).filter(CharterRule::bindsWords).toList());
    }

    private static Optional<CharterRule> first(String name, List<CharterRule> rules) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        var words = " " + String.join(" ", BORDER.split(plain, -1)).toLowerCase(Locale.ROOT) + " ";
        var squeezed = NOT_WORD.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        return rules.stream()
                .filter(rule -> rule.terms().stream().anyMatch(term -> says(term, words, squeezed)))
                .findFirst();
    }

    private static boolean says(String term, String words, String squeezed) {
        var bare = term.replace(" ", "");
        if (term.codePoints().anyMatch(Character::isIdeographic)) {
            return squeezed.contains(bare);
        }
        return words.contains(" " + term + " ")
                || words.contains(" " + bare + " ")
                || bare.length() >= LONG && squeezed.contains(bare);
    }
}
