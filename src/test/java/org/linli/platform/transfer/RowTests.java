package org.linli.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowTests {

    @ParameterizedTest
    @CsvSource({
        "2025-04-01T06:30:00, 2025-03-31T22:30:00Z",
        "2025-04-01 06:30, 2025-03-31T22:30:00Z",
        "2025-04-01T06:30:00.25, 2025-03-31T22:30:00.25Z",
        "2025-04-01T06:30:00+01:00, 2025-04-01T05:30:00Z",
        "2025-04-01T06:30:00+0100, 2025-04-01T05:30:00Z",
        "2025-04-01T06:30:00Z, 2025-04-01T06:30:00Z",
        "2025-04-01, 2025-03-31T16:00:00Z"
    })
    void aTimeWithoutOffsetIsInTheZoneAndABareDateItsMidnight(String text, Instant meant) {
        assertThat(row(text).time("cell")).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "01/04/2025",
                "2025-4-1",
                "2025-04-01T24:00:00",
                "2025-04-01T",
                "gestern"
            })
    void whatIsNoTimeIsRejected(String text) {
        assertRejected(text, row -> row.time("cell"), "table/not-a-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0025-04-01", "1899-12-31", "2200-01-01T00:00:00Z"})
    void aTimeFarFromOurOwnIsRejected(String text) {
        assertRejected(text, row -> row.time("cell"), "table/out-of-range");
    }

    @Test
    void aDateIsNoTime() {
        assertThat(row("2025-04-01").date("cell")).contains(LocalDate.of(2025, 4, 1));
        assertRejected("2025-04-01T00:00:00", row -> row.date("cell"), "table/not-a-date");
    }

    @ParameterizedTest
    @CsvSource({"-122.5, -122.5", "1e2, 100", "+7, 7", "180, 180", "-180, -180"})
    void aNumberIsReadAsWritten(String text, double meant) {
        assertThat(row(text).number("cell", -180, 180)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "0x10", "1d", "1,5", "١", "1e9999", "--1", "."})
    void whatIsNoDecimalNumberIsRejected(String text) {
        assertRejected(text, row -> row.number("cell", -180, 180), "table/not-a-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"180.0001", "-181", "1e300"})
    void aNumberOutOfRangeIsRejected(String text) {
        assertRejected(text, row -> row.number("cell", -180, 180), "table/out-of-range");
    }

    @Test
    void aWholeNumberHasNoFractionAndKeepsItsRange() {
        assertThat(row("5").whole("cell", 1, 5)).contains(5L);
        assertThat(row("1").whole("cell", 1, 5)).contains(1L);
        assertRejected("1.5", row -> row.whole("cell", 1, 5), "table/not-whole");
        assertRejected("6", row -> row.whole("cell", 1, 5), "table/out-of-range");
        assertRejected("0", row -> row.whole("cell", 1, 5), "table/out-of-range");
    }

    @Test
    void aFlagIsZeroOrOne() {
        assertThat(row("1").flag("cell")).isTrue();
        assertThat(row("0").flag("cell")).isFalse();
        assertThat(row("").flag("cell")).isFalse();
        assertRejected("yes", row -> row.flag("cell"), "table/not-one-of");
    }

    @Test
    void aWordMustBeOneOfThoseKnown() {
        var days = Map.of("mon", DayOfWeek.MONDAY, "tue", DayOfWeek.TUESDAY);

        assertThat(row("tue").oneOf("cell", days)).contains(DayOfWeek.TUESDAY);
        assertRejected("wed", row -> row.oneOf("cell", days), "table/not-one-of");
    }

    @Test
    void textIsStrippedAndCountedInCharacters() {
        assertThat(row(" 　𠮷𠮷 ").text("cell", 2)).isEqualTo("𠮷𠮷");
        assertRejected("𠮷𠮷𠮷", row -> row.text("cell", 2), "table/too-long");
        assertRejected("a\0b", row -> row.text("cell", 9), "table/not-text");
    }

    @Test
    void anEmptyCellIsEmptyOfEveryTypeUnlessItIsRequired() {
        var row = row("");

        assertThat(row.time("cell")).isEmpty();
        assertThat(row.date("cell")).isEmpty();
        assertThat(row.number("cell", 0, 1)).isEmpty();
        assertThat(row.whole("cell", 0, 1)).isEmpty();
        assertThat(row.find("cell", 1)).isEmpty();
        assertThat(row.find("absent", 1)).isEmpty();
        assertThat(row.isSound()).isTrue();
        assertRejected("", bare -> bare.required("cell", 9), "table/required");
    }

    @Test
    void aRowNamesAllItsFaults() {
        var row = row("x");

        row.number("cell", 0, 1);
        row.time("cell");

        assertThat(row.rejections()).hasSize(2).allMatch(fault -> fault.row() == 7);
    }

    private static Row row(String cell) {
        return new Row(7, Map.of("cell", 0), 1, List.of(cell), ZoneId.of("Asia/Shanghai"));
    }

    private static void assertRejected(String cell, Consumer<Row> reading, String code) {
        var row = row(cell);
        reading.accept(row);

        assertThat(row.isSound()).isFalse();
        var fault = row.rejections().getFirst();
        assertThat(fault.reason().code()).isEqualTo(code);
        assertThat(fault.column()).isEqualTo("cell");
        assertThat(fault.value()).isEqualTo(cell.strip());
    }
}
