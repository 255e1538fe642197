package org.linli.platform.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date or time as a file writes it.
 *
 * @param time null for a bare date
 * @param offset null where none is written
 */
record Moment(LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /** ISO 8601, a blank in place of the T let pass. */
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendPattern("['T'][' ']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[XXX][XX][X]")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .withChronology(IsoChronology.INSTANCE);

    /**
     * Reads a date or time, or nothing if the text is neither. The parts are asked for one by one:
     * {@code parseBest} would throw, and fill a stack trace, for each kind that it is not.
     */
    static Optional<Moment> of(String text) {
        try {
            var read = ISO.parse(text);
            return Optional.of(
                    new Moment(
                            LocalDate.from(read),
                            read.query(TemporalQueries.localTime()),
                            read.query(TemporalQueries.offset())));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    boolean isDate() {
        return time == null;
    }

    /** The instant meant: without an offset in the zone, of a bare date its midnight there. */
    Instant in(ZoneId zone) {
        if (time == null) {
            return date.atStartOfDay(zone).toInstant();
        }
        return date.atTime(time).atZone(offset == null ? zone : offset).toInstant();
    }
}
