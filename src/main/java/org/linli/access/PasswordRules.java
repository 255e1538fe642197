package org.linli.access;

import java.util.Locale;
import java.util.stream.Stream;
import org.linli.platform.problem.InvalidValue;

/**
 * Which passwords are hard enough to guess: long, and of several kinds of characters unless they
 * are longer still (GB/T 22239 8.1.4.1 a).
 */
final class PasswordRules {

    private static final int SHORTEST = 12;
    private static final int LONG_ENOUGH_FOR_ONE_KIND = 20;
    private static final int LONGEST = 200;
    private static final int KINDS = 3;
    private static final int DIFFERENT = 6;

    private PasswordRules() {}

    /**
     * @throws InvalidValue naming the field {@code password}
     */
    static void check(String password, String account) {
        if (password.length() > LONGEST) {
            throw new InvalidValue("request/too-long", "password", LONGEST);
        }
        var name = account.substring(account.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        var weak =
                password.length() < SHORTEST
                        || password.chars().distinct().count() < DIFFERENT
                        || password.toLowerCase(Locale.ROOT).contains(name)
                        || password.length() < LONG_ENOUGH_FOR_ONE_KIND && kinds(password) < KINDS;
        if (weak) {
            throw new InvalidValue("access/password-weak", "password", SHORTEST);
        }
    }

    private static long kinds(String password) {
        return Stream.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")
                .filter(kind -> password.matches("(?s).*" + kind + ".*"))
                .count();
    }
}
