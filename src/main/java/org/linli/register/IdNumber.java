package org.linli.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A resident's ID number (GB 11643): 17 digits and a check character. */
record IdNumber(String text) {

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Until this age a guardian must agree (PIPL 31). */
    private static final int CONSENTS_ALONE_FROM = 14;

    /** Reads what somebody typed; empty if it is no ID number. */
    static Optional<IdNumber> of(String typed) {
        var text = typed.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(text).matches() || check(text) != text.charAt(text.length() - 1)) {
            return Optional.empty();
        }
        var number = new IdNumber(text);
        return number.born().map(_ -> number);
    }

    /** Whether who has this number is too young to agree alone. */
    boolean needsGuardian(LocalDate today) {
        return born().filter(day -> day.plusYears(CONSENTS_ALONE_FROM).isAfter(today)).isPresent();
    }

    private Optional<LocalDate> born() {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(text.substring(6, 10)),
                            Integer.parseInt(text.substring(10, 12)),
                            Integer.parseInt(text.substring(12, 14))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static char check(String text) {
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }
}
