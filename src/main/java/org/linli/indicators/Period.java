package org.linli.indicators;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;

/**
 * The time that figures are asked for, both ends included. Cases count as they stood at its end.
 */
record Period(Instant since, Instant until) {

    /** Before anything that Linli knows of. */
    static final Instant BEGINNING = Instant.parse("1899-01-01T00:00:00Z");

    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[XXX][XX][X]")
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);

    Period {
        if (since.isAfter(until)) {
            throw new InvalidValue("indicator/period-reversed", "from");
        }
    }

    /**
     * Reads a period as the API takes it: dates, whole days in the zone, or times; a time without
     * an offset is in the zone too. Today ends now: nobody is late yet with what is due tonight.
     *
     * @param from null from the beginning
     * @param to null until now
     */
    static Period of(@Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
        return new Period(
                from == null || from.isBlank() ? BEGINNING : begin("from", from, zone),
                to == null || to.isBlank() ? now : end("to", to, zone, now));
    }

    private static Instant begin(String name, String text, ZoneId zone) {
        return switch (read(name, text)) {
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant();
            case OffsetDateTime time -> time.toInstant();
            case TemporalAccessor other -> throw new IllegalStateException("Read " + other);
        };
    }

    private static Instant end(String name, String text, ZoneId zone, Instant now) {
        return switch (read(name, text)) {
            case LocalDate day when day.equals(LocalDate.ofInstant(now, zone)) -> now;
            case LocalDate day ->
                    day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
            case TemporalAccessor _ -> begin(name, text, zone);
        };
    }

    private static TemporalAccessor read(String name, String text) {
        try {
            // a plus sign that was not escaped arrives as a blank
            var read =
                    FORM.parseBest(
                            text.strip().replace(' ', '+'),
                            OffsetDateTime::from,
                            LocalDateTime::from,
                            LocalDate::from);
            var year = read.get(ChronoField.YEAR);
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new InvalidValue("request/value", name, text);
            }
            return read;
        } catch (DateTimeException unreadable) {
            throw new InvalidValue("request/value", name, text);
        }
    }
}
