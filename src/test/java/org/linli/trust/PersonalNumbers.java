package org.linli.trust;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds numbers that name a person in any text: resident identity numbers (GB 11643, whose last
 * digit checks the others) and mobile numbers of the mainland. What it finds it tells masked.
 */
final class PersonalNumbers {

    private static final Pattern IDENTITY =
            Pattern.compile(
                    "(?<![\\w.])[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\w)");

    private static final Pattern MOBILE =
            Pattern.compile("(?<![\\w.])(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}(?![\\w])");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final String CHECKS = "10X98765432";

    private PersonalNumbers() {}

    /** The numbers in a text, each masked. */
    static List<String> in(String text) {
        var identities =
                IDENTITY.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(PersonalNumbers::adds);
        var mobiles = MOBILE.matcher(text).results().map(MatchResult::group);
        return Stream.concat(identities, mobiles).map(PersonalNumbers::masked).toList();
    }

    private static boolean adds(String identity) {
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * (identity.charAt(at) - '0');
        }
        return CHECKS.charAt(sum % 11) == Character.toUpperCase(identity.charAt(17));
    }

    private static String masked(String number) {
        return number.charAt(0)
                + "*".repeat(number.length() - 3)
                + number.substring(number.length() - 2);
    }
}
