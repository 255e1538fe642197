package org.linli.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number a case is known by (案号): district, day and id, such as {@code 990104-261122-18342}. It
 * cannot collide, as the id does not; it may be guessed, and opens nothing by itself.
 */
public final class CaseNumber {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private static final Pattern FORM = Pattern.compile("(\\w+)-\\d{6}-(\\d{1,18})");

    private CaseNumber() {}

    /** The key of the case that has this number, if any has; nothing if it is no such number. */
    public static Optional<CaseKey> key(String number) {
        var form = FORM.matcher(number);
        return form.matches()
                ? Optional.of(new CaseKey(form.group(1), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    public static String of(CaseKey key, Instant reportedAt, ZoneId zone) {
        return key.countyCode() + "-" + DAY.format(reportedAt.atZone(zone)) + "-" + key.id();
    }
}
