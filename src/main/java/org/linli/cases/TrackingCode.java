package org.linli.cases;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code a reporter follows their case by: 80 random bits in Crockford's base 32 and a check
 * character, so that it cannot be guessed and a slip of the pen is noticed.
 *
 * @see <a href="https://www.crockford.com/base32.html">Base 32</a>
 */
public final class TrackingCode {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_DIGITS = 16;

    private TrackingCode() {}

    public static String next(SecureRandom random) {
        var code = new StringBuilder();
        random.ints(RANDOM_DIGITS, 0, DIGITS.length())
                .mapToObj(DIGITS::charAt)
                .forEach(code::append);
        return code.append(check(code)).toString();
    }

    /**
     * The code as it is stored, from what somebody typed: small letters, dashes and spaces, O for 0
     * and I or L for 1 are forgiven. Empty if it cannot be a code.
     */
    public static Optional<String> read(String typed) {
        var code =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        var whole =
                code.length() == RANDOM_DIGITS + 1
                        && code.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0);
        return whole && code.charAt(RANDOM_DIGITS) == check(code)
                ? Optional.of(code)
                : Optional.empty();
    }

    /** Weighted by place, modulo a prime: one wrong digit or two swapped neighbours show. */
    private static char check(CharSequence code) {
        var sum = 0;
        for (var at = 0; at < RANDOM_DIGITS; at++) {
            sum += (at + 1) * DIGITS.indexOf(code.charAt(at));
        }
        return DIGITS.charAt(sum % 31);
    }
}
