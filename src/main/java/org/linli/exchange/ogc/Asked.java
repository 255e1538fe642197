package org.linli.exchange.ogc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.grid.Outlines;
import org.linli.platform.problem.InvalidValue;

/**
 * Which features a client asks for (OGC 17-069r4, 7.15).
 *
 * @param from what happened at or after; null for any time
 * @param to what happened at or before; null for any time
 */
record Asked(
        Outlines.@Nullable Box box,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit,
        int offset) {

    static final int MOST = 1_000;

    private static final int USUAL = 10;
    private static final int FURTHEST = 1_000_000;
    private static final Set<String> KNOWN = Set.of("bbox", "datetime", "limit", "offset", "f");

    /**
     * @throws InvalidValue if a parameter is unknown or wrong: a client must not believe that it
     *     was heeded
     */
    static Asked in(Map<String, String[]> query) {
        for (var name : query.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new InvalidValue("ogc/unknown-parameter", name);
            }
        }
        var time = one(query, "datetime");
        var span = time == null ? new String[] {"..", ".."} : ends(time);
        return new Asked(
                box(one(query, "bbox")),
                instant(span[0], false),
                instant(span[1], true),
                Math.min(number(query, "limit", USUAL, 1), MOST),
                number(query, "offset", 0, 0));
    }

    private static @Nullable String one(Map<String, String[]> query, String name) {
        var values = query.get(name);
        return values == null || values[0].isBlank() ? null : values[0].strip();
    }

    private static String[] ends(String time) {
        var ends = time.split("/", -1);
        if (ends.length > 2) {
            throw new InvalidValue("request/value", "datetime", time);
        }
        return ends.length == 1 ? new String[] {time, time} : ends;
    }

    /** An open end is two dots, or nothing. A date is all of its day. */
    private static @Nullable Instant instant(String text, boolean end) {
        if (text.isEmpty() || text.equals("..")) {
            return null;
        }
        try {
            if (!text.contains("T")) {
                var day = LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
                return end ? day.plusDays(1).minusNanos(1_000).toInstant() : day.toInstant();
            }
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException none) {
            throw new InvalidValue("request/value", "datetime", text);
        }
    }

    /** Four numbers, or six with heights, which nothing here has. */
    private static Outlines.@Nullable Box box(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var numbers = Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble);
            var corners = numbers.toArray();
            var second = corners.length / 2;
            if ((corners.length == 4 || corners.length == 6)
                    && corners[1] <= corners[second + 1]
                    && Arrays.stream(corners).allMatch(Double::isFinite)) {
                return new Outlines.Box(
                        corners[0], corners[1], corners[second], corners[second + 1]);
            }
        } catch (NumberFormatException none) {
            throw new InvalidValue("request/value", "bbox", text);
        }
        throw new InvalidValue("request/value", "bbox", text);
    }

    private static int number(Map<String, String[]> query, String name, int usual, int least) {
        var text = one(query, name);
        if (text == null) {
            return usual;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= FURTHEST) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new InvalidValue("request/value", name, text);
        }
        throw new InvalidValue("request/value", name, text);
    }
}
