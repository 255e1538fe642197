package org.linli.demo;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistrictPastTests {

    private static final List<String> DONE_AT =
            List.of(
                    "reported_at",
                    "filed_at",
                    "refused_at",
                    "dispatched_at",
                    "handled_at",
                    "checked_at",
                    "closed_at",
                    "cancelled_at");

    private static final List<Told> CASES = cases("src/main/resources/demo/cases.csv");
    private static final DistrictPast PAST = new DistrictPast();

    /** What a row of the file says, apart from what Linli reads in it. */
    private record Told(
            String id,
            boolean isOpen,
            boolean mayBeLate,
            LocalDateTime dueAt,
            LocalDateTime lastDone,
            String survivor) {

        static Told of(NamedCsvRecord row) {
            return new Told(
                    row.getField("case_id"),
                    has(row, "filed_at") && !has(row, "closed_at") && !has(row, "cancelled_at"),
                    !has(row, "handled_at") && !has(row, "held_until"),
                    has(row, "due_at") ? time(row, "due_at") : LocalDateTime.MAX,
                    DONE_AT.stream()
                            .filter(column -> has(row, column))
                            .map(column -> time(row, column))
                            .reduce(LocalDateTime.MIN, BinaryOperator.maxBy(naturalOrder())),
                    row.getField("duplicate_of"));
        }

        private static LocalDateTime time(NamedCsvRecord row, String column) {
            return LocalDateTime.parse(row.getField(column));
        }

        private static boolean has(NamedCsvRecord row, String column) {
            return !row.getField(column).isEmpty();
        }
    }

    private record Moved(Told told, long weeks) {

        boolean isLate(LocalDateTime now) {
            return told.mayBeLate && !told.dueAt.plusWeeks(weeks).isAfter(now);
        }

        LocalDateTime lastDone() {
            return told.lastDone.plusWeeks(weeks);
        }
    }

    /** More than a year later, with minutes, between one end of the files and the next. */
    static Stream<LocalDateTime> everyHourOfAWeek() {
        var monday = DistrictPast.ENDS.plusWeeks(70).minusMinutes(17);
        return IntStream.range(0, 7 * 24).mapToObj(monday::plusHours);
    }

    @ParameterizedTest
    @MethodSource("everyHourOfAWeek")
    void asManyOfTheOpenCasesAreLateAsInTheFiles(LocalDateTime now) {
        var open = told(now).filter(moved -> moved.told.isOpen).toList();
        var late = open.stream().filter(moved -> moved.isLate(now)).count();

        assertThat(open.size()).isBetween(50, 76);
        assertThat((double) late / open.size()).isCloseTo(17.0 / 76, Offset.offset(0.08));
    }

    @ParameterizedTest
    @MethodSource("everyHourOfAWeek")
    void thePastGoesOnIntoTheLastHoursAndNotBeyondNow(LocalDateTime now) {
        var last = told(now).map(Moved::lastDone).max(LocalDateTime::compareTo).orElseThrow();

        assertThat(last).isBeforeOrEqualTo(now).isAfter(now.minusHours(12));
    }

    @Test
    void atTheEndOfTheFilesNothingIsMovedOrLeftOut() {
        assertThat(told(DistrictPast.ENDS))
                .hasSameSizeAs(CASES)
                .allMatch(moved -> moved.weeks == 0);
    }

    @Test
    void aDuplicateIsToldTogetherWithTheCaseItIsOneOf() {
        var now = DistrictPast.ENDS.plusDays(401);
        var weeks = told(now).collect(toMap(moved -> moved.told.id, Moved::weeks));

        var duplicates = told(now).filter(moved -> !moved.told.survivor.isEmpty()).toList();

        assertThat(duplicates)
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        moved -> assertThat(weeks).containsEntry(moved.told.survivor, moved.weeks));
    }

    private static Stream<Moved> told(LocalDateTime now) {
        return CASES.stream()
                .flatMap(told ->
                        PAST.weeks(told.id, now).stream()
                                .mapToObj(weeks -> new Moved(told, weeks)));
    }

    private static List<Told> cases(String file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of(file))) {
            return rows.stream().map(Told::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
