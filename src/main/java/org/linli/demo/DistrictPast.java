package org.linli.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * By how many weeks each case of the district is moved so that its past ends now. Weeks are whole,
 * so that weekdays stay weekdays: the newest week of the files becomes the current one, and what
 * would lie after now is left out. A case that stays open must not become late by being moved:
 * where the newest week would not leave it as late as it is in the files, it is told a week
 * earlier.
 */
final class DistrictPast {

    /** As of when the files tell the state of the district. */
    static final LocalDateTime ENDS = LocalDateTime.parse("2025-06-30T18:00:00");

    private static final long WEEK = Duration.ofDays(7).toSeconds();

    private final Map<String, Told> cases = new HashMap<>();

    /**
     * A case as the files tell it.
     *
     * @param last when anything was done last
     * @param isOver whether nothing is left to be done
     * @param dueAt null if it cannot be late: handled, on hold or without a limit
     * @param survivor the case it was merged into; empty if it is its own
     */
    private record Told(
            LocalDateTime last, boolean isOver, @Nullable LocalDateTime dueAt, String survivor) {

        boolean isLate(LocalDateTime asOf) {
            return dueAt != null && !dueAt.isAfter(asOf);
        }
    }

    /** The past as the files of the demo tell it. */
    DistrictPast() {
        var last = new HashMap<String, LocalDateTime>();
        read("case_events.csv", row -> last.merge(row.getField("case_id"), at(row), later()));
        read("cases.csv", row -> cases.put(row.getField("case_id"), told(row, last)));
    }

    /** How many weeks later a case is told; empty if it is left out. */
    OptionalLong weeks(String caseId, LocalDateTime now) {
        var told = cases.get(caseId);
        if (told == null) {
            throw new IllegalStateException("The demo tells of no case " + caseId);
        }
        var weeks = told.survivor.isEmpty() ? itsOwnWeeks(told, now) : weeks(told.survivor, now);
        return weeks.stream().filter(week -> !told.last.plusWeeks(week).isAfter(now)).findFirst();
    }

    /** How many weeks later the end of the files is told: it becomes the current week. */
    static long newest(LocalDateTime now) {
        return Math.ceilDiv(Duration.between(ENDS, now).toSeconds(), WEEK);
    }

    private static OptionalLong itsOwnWeeks(Told told, LocalDateTime now) {
        var newest = newest(now);
        return told.isOver
                ? OptionalLong.of(newest)
                : LongStream.of(newest, newest - 1)
                        .filter(weeks -> !told.last.plusWeeks(weeks).isAfter(now))
                        .filter(weeks -> told.isLate(now.minusWeeks(weeks)) == told.isLate(ENDS))
                        .findFirst();
    }

    private static LocalDateTime at(NamedCsvRecord row) {
        return LocalDateTime.parse(row.getField("at"));
    }

    private static BinaryOperator<LocalDateTime> later() {
        return BinaryOperator.maxBy(Comparator.naturalOrder());
    }

    private static Told told(NamedCsvRecord row, Map<String, LocalDateTime> last) {
        var id = row.getField("case_id");
        var isOver = has(row, "closed_at") || has(row, "refused_at") || has(row, "cancelled_at");
        var mayBeLate = has(row, "due_at") && !has(row, "handled_at") && !has(row, "held_until");
        return new Told(
                last.getOrDefault(id, LocalDateTime.parse(row.getField("reported_at"))),
                isOver,
                mayBeLate ? LocalDateTime.parse(row.getField("due_at")) : null,
                row.getField("duplicate_of"));
    }

    private static boolean has(NamedCsvRecord row, String column) {
        return !row.getField(column).isEmpty();
    }

    private static void read(String name, Consumer<NamedCsvRecord> each) {
        try (var text =
                        new InputStreamReader(
                                new ClassPathResource("demo/" + name).getInputStream(),
                                StandardCharsets.UTF_8);
                var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(each);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
