package org.linli.cases.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Source;
import org.linli.cases.history.PastCase.Outcome;
import org.linli.cases.history.PastCase.Report;
import org.linli.cases.history.PastCase.Times;
import org.linli.platform.geo.Datum;
import org.linli.platform.geo.Position;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.Row;
import org.linli.platform.words.Message;

/** Reads the rows of a file of cases. */
final class PastCaseReader {

    static final Columns COLUMNS =
            Columns.of(
                    "case_id*",
                    "source_system",
                    "source",
                    "matter_code",
                    "text",
                    "lon",
                    "lat",
                    "cell_code",
                    "address",
                    "reported_at*",
                    "filed_at",
                    "refused_at",
                    "dispatched_at",
                    "unit_code",
                    "handled_at",
                    "checked_at",
                    "closed_at",
                    "due_at",
                    "self_handled",
                    "duplicate_of",
                    "cancelled_at",
                    "rating",
                    "returns",
                    "reworks",
                    "extensions",
                    "held_until");

    private static final Map<String, Source> SOURCES =
            Arrays.stream(Source.values())
                    .collect(Collectors.toMap(Source::code, source -> source));

    private static final int NAME = 100;
    private static final int ADDRESS = 500;
    private static final int TEXT = 10_000;
    private static final int MANY = 10_000;

    private final Datum datum;

    PastCaseReader(Datum datum) {
        this.datum = datum;
    }

    /** What a row says, or empty if it cannot be read; the row then says why. */
    Optional<PastCase> read(Row row) {
        var reportedAt = row.time("reported_at");
        if (reportedAt.isEmpty() && row.isSound()) {
            row.required("reported_at", NAME);
        }
        var origin = origin(row);
        var report = report(row);
        var outcome = outcome(row);
        if (origin.caseId().equals(outcome.duplicateOf())) {
            row.reject("duplicate_of", Message.of("history/duplicate-of-itself"));
        }
        return reportedAt
                .map(at ->
                        new Times(
                                at,
                                time(row, "filed_at"),
                                time(row, "refused_at"),
                                time(row, "dispatched_at"),
                                time(row, "handled_at"),
                                time(row, "checked_at"),
                                time(row, "closed_at"),
                                time(row, "due_at"),
                                time(row, "cancelled_at"),
                                time(row, "held_until")))
                .map(times -> new PastCase(origin, report, times, outcome))
                .filter(_ -> row.isSound());
    }

    static Origin origin(Row row) {
        return new Origin(
                row.find("source_system", NAME).orElse(Origin.UNNAMED),
                row.required("case_id", NAME));
    }

    private Report report(Row row) {
        return new Report(
                row.oneOf("source", SOURCES).orElse(Source.IMPORT),
                row.find("matter_code", NAME).orElse(null),
                row.text("text", TEXT),
                position(row),
                row.find("cell_code", NAME).orElse(null),
                row.text("address", ADDRESS));
    }

    private @Nullable Position position(Row row) {
        var longitude = row.number("lon", -180, 180);
        var latitude = row.number("lat", -90, 90);
        if (longitude.isPresent() && latitude.isPresent()) {
            return datum.toWgs84(longitude.get(), latitude.get());
        }
        if (row.isSound() && longitude.isPresent() != latitude.isPresent()) {
            row.reject(longitude.isPresent() ? "lat" : "lon", Message.of("history/half-a-point"));
        }
        return null;
    }

    private static Outcome outcome(Row row) {
        return new Outcome(
                row.find("unit_code", NAME).orElse(null),
                row.flag("self_handled"),
                row.find("duplicate_of", NAME).orElse(null),
                row.whole("rating", 1, 5).map(Long::intValue).orElse(null),
                count(row, "returns"),
                count(row, "reworks"),
                count(row, "extensions"));
    }

    private static int count(Row row, String column) {
        return row.whole(column, 0, MANY).map(Long::intValue).orElse(0);
    }

    private static @Nullable Instant time(Row row, String column) {
        return row.time(column).orElse(null);
    }
}
