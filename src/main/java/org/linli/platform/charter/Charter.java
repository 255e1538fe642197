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
        return rules.stream()
                .filter(rule -> rule.ways().stream().anyMatch(way -> way.matcher(words).find()))
                .findFirst();
    }
}
