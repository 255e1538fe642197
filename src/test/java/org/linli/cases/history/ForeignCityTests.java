package org.linli.cases.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.platform.geo.Datum;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.linli.platform.words.Message;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The history of a city with its own matters and units comes in with exact counts, once. */
@LinliTest
@TestPropertySource(properties = "linli.test.database=foreign-city")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignCityTests {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ForeignCity city = new ForeignCity(Integer.getInteger("linli.test.rows", 3_000));

    @Autowired private List<Importer> importers;
    @Autowired private JdbcClient sql;
    @TempDir private Path directory;

    @BeforeAll
    void loadTheCells(@TempDir Path ground) throws IOException {
        var report =
                DemoHistory.importer(importers, "divisions")
                        .load(
                                ForeignCity.divisions(ground),
                                ImportOptions.standard(),
                                ImportProgress.SILENT);
        assertThat(report.rejections()).isEmpty();
    }

    @Test
    @Order(1)
    void withoutLeaveToRegisterThemUnknownMattersAndUnitsAreNamedRowByRow() {
        var report = load(city.csv(directory, StandardCharsets.UTF_8), false, false);

        assertThat(report.accepted()).isZero();
        assertThat(report.rejected()).isEqualTo(city.cases());
        assertThat(report.rejections().getFirst().row()).isEqualTo(2);
        assertThat(report.rejections().getFirst().column()).isEqualTo("matter_code");
        assertThat(report.rejections().getFirst().reason())
                .isEqualTo(Message.of("history/unknown-matter"));
        assertThat(count("true")).isZero();
    }

    @Test
    @Order(2)
    void aDryRunCountsAndStoresNothing() {
        var report = load(city.csv(directory, GB18030), true, true);

        assertThat(report.accepted()).isEqualTo(city.cases());
        assertThat(count("true")).isZero();
    }

    @Test
    @Order(3)
    void theWholeHistoryComesInFromAFileInGb18030() {
        var report = load(city.csv(directory, GB18030), true, false);

        assertThat(report.accepted()).isEqualTo(city.cases());
        assertThat(report.rejected()).isZero();
        assertThat(report.notes())
                .contains(
                        Message.of("table/gb18030"),
                        Message.of("history/survivors-missing", (long) city.withoutSurvivor()));
        assertThat(count("true")).isEqualTo(city.cases());
        assertThat(count("placement = 'OUTSIDE'")).isEqualTo(city.outside());
        assertThat(count("placement = 'UNPLACED'")).isEqualTo(city.unplaced());
        assertThat(count("state = 'MERGED'")).isEqualTo(city.duplicates());
        assertThat(count("state = 'MERGED' and merged_into is null"))
                .isEqualTo(city.withoutSurvivor());
        assertThat(count("times_doubtful")).isEqualTo(city.doubtful());
        assertThat(count("due_at is null")).isEqualTo(city.withoutDueTime());
    }

    @Test
    @Order(4)
    void theSameHistoryAgainChangesNothingWhateverFileItComesIn() {
        for (var file : List.of(city.csv(directory, GB18030), city.workbook(directory))) {
            var report = load(file, true, false);

            assertThat(report.accepted()).isZero();
            assertThat(report.rejected()).isZero();
            assertThat(report.unchanged()).isEqualTo(city.cases());
        }
    }

    @Test
    @Order(5)
    void aChangedRowIsACorrectionThatTheHistoryKeeps() {
        city.correct(1, "井盖缺失");

        var report = load(city.csv(directory, StandardCharsets.UTF_8), true, false);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(city.cases() - 1);
        assertThat(count("text = '井盖缺失'")).isEqualTo(1);
        assertThat(
                        sql.sql(
                                        """
                                        select carried -> 'changed' -> 'text' ->> 'new'
                                        from cases.case_event
                                        where step = 'correction'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("井盖缺失");
    }

    private ImportReport load(Path file, boolean createMissing, boolean dryRun) {
        var options =
                new ImportOptions(
                        ZoneId.of("Asia/Shanghai"), Datum.WGS84, null, createMissing, dryRun);
        return DemoHistory.importer(importers, "cases").load(file, options, ImportProgress.SILENT);
    }

    private long count(String condition) {
        return sql.sql("select count(*) from cases.case_file where " + condition)
                .query(Long.class)
                .single();
    }
}
