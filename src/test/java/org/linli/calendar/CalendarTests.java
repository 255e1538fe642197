package org.linli.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@LinliTest
@RecordApplicationEvents
class CalendarTests {

    private static final TimeLimit THREE_DAYS = TimeLimit.parse("3WD");

    @Autowired private Calendar calendar;
    @Autowired private DayFile file;
    @Autowired private ApplicationEvents events;

    @TempDir private Path folder;

    @Test
    void theMainlandsYearsAreThereFromTheStart() {
        assertThat(calendar.zone()).hasToString("Asia/Shanghai");
        assertThat(calendar.workingTime().isWorkingDay(LocalDate.of(2026, 2, 16))).isFalse();
        assertThat(calendar.workingTime().isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(calendar.workingTime().special()).containsAllEntriesOf(Mainland.specialDays());
    }

    @Test
    void loadingAYearMovesWhatWasProvisionalAndTellsIt() throws IOException {
        var start = Instant.parse("2031-01-01T00:00:00Z");
        var before = calendar.workingTime().due(start, THREE_DAYS);
        var version = calendar.version();
        var year =
                """
                day,working,name_zh
                2031-01-01,0,元旦
                2031-01-04,1,元旦
                """;

        var first = load(year, false);
        var again = load(year, false);

        assertThat(first.accepted()).isEqualTo(2);
        assertThat(again.accepted()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(before).isEqualTo(new Due(Instant.parse("2031-01-03T10:00:00Z"), true));
        assertThat(calendar.workingTime().due(start, THREE_DAYS))
                .isEqualTo(new Due(Instant.parse("2031-01-04T10:00:00Z"), false));
        assertThat(calendar.version()).isEqualTo(version + 1);
        assertThat(events.stream(CalendarChanged.class))
                .containsExactly(
                        new CalendarChanged(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 1, 4)));
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        var report = load("day,working\n2032-05-01,0\n", true);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(calendar.workingTime().knownYears()).doesNotContain(2032);
    }

    @Test
    void faultyDaysAreNamedAndTheOthersStored() throws IOException {
        var report =
                load(
                        "day,working\n2033-13-01,0\n2033-05-01,2\n2033-05-02,0\n2033-05-02,1\n,0\n",
                        false);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(4);
        assertThat(report.rejections())
                .extracting("row", "column", "reason.code")
                .containsExactly(
                        tuple(2L, "day", "table/not-a-time"),
                        tuple(3L, "working", "table/not-one-of"),
                        tuple(5L, "day", "table/repeated"),
                        tuple(6L, "day", "table/required"));
    }

    @Test
    void whatIsExportedImportsAgainUnchanged() throws IOException {
        var out = new ByteArrayOutputStream();
        file.write(out);

        var report = load(out.toString(StandardCharsets.UTF_8), false);

        assertThat(report.accepted()).isZero();
        assertThat(report.rejected()).isZero();
        assertThat(report.unchanged()).isGreaterThanOrEqualTo(108);
    }

    private ImportReport load(String text, boolean dryRun) throws IOException {
        var path = Files.writeString(folder.resolve("days.csv"), text);
        var standard = ImportOptions.standard();
        var options = new ImportOptions(standard.zone(), standard.datum(), null, false, dryRun);
        return file.load(path, options, ImportProgress.SILENT);
    }
}
