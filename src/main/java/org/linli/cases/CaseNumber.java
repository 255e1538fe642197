package org.linli.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The number a case is known by (案号): district, day and id, such as {@code 990104-261122-18342}. It
 * cannot collide, as the id does not; it may be guessed, and opens nothing by itself.
 */
public final class CaseNumber {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private static final Pattern FORM = Pattern.compile("\\s*\\w+-\\d{6}-\\d+\\s*");

    private CaseNumber() {}

    /** Whether somebody who typed this means a case number. */
    static boolean looksLike(String typed) {
        return FORM.matcher(typed).matches();
    }

    public static String of(CaseKey key, Instant reportedAt, ZoneId zone) {
        return key.countyCode() + "-" + DAY.format(reportedAt.atZone(zone)) + "-" + key.id();
    }
}
