package org.linli.cases.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The history of the demo district comes in whole, once, and goes out as it came. */
@LinliTest
@TestPropertySource(properties = "test.database=demo-history")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoHistoryTests {

    @Autowired private List<Importer> importers = List.of();
    @Autowired private List<Exporter> exporters = List.of();
    @Autowired private JdbcClient sql;

    @Test
    @Order(1)
    void everyCaseOfTheDemoComesIn() {
        DemoHistory.loadGround(importers);

        var report = DemoHistory.load(importers, "cases", "cases.csv");

        assertThat(report.rejections()).isEmpty();
        assertThat(report.accepted()).isEqualTo(11_102);
        assertThat(report.notes()).isEmpty();
        assertThat(count("select count(*) from cases.case_file where merged_into is not null"))
                .isEqualTo(90);
        assertThat(count("select count(*) from cases.case_file where times_doubtful")).isZero();
    }

    @Test
    @Order(2)
    void theSameCasesAgainChangeNothing() {
        var report = DemoHistory.load(importers, "cases", "cases.csv");

        assertUnchanged(report, 11_102);
    }

    @Test
    @Order(3)
    void everyListOfStepsAgreesWithItsCase() {
        var report = DemoHistory.load(importers, "case-events", "case_events.csv");

        assertThat(report.rejections()).isEmpty();
        assertThat(report.accepted() + report.unchanged()).isEqualTo(34_617);
        assertThat(count("select count(*) from cases.case_event")).isEqualTo(34_617);
    }

    @Test
    @Order(4)
    void theSameStepsAgainChangeNothing() {
        assertUnchanged(DemoHistory.load(importers, "case-events", "case_events.csv"), 34_617);
        assertUnchanged(DemoHistory.load(importers, "cases", "cases.csv"), 11_102);
    }

    @Test
    @Order(5)
    void theLastStepTellsTheStateOfItsCase() {
        assertThat(
                        count(
                                """
                                select count(*)
                                from cases.case_file f
                                join cases.case_event e on e.county_code = f.county_code
                                    and e.case_id = f.id and e.version = f.version
                                where e.state = f.state
                                """))
                .isEqualTo(11_102);
    }

    @Test
    @Order(6)
    void whatIsExportedImportsAgainUnchanged(@TempDir Path directory) throws IOException {
        assertUnchanged(exportedAndImported("cases", directory), 11_102);
        assertUnchanged(exportedAndImported("case-events", directory), 34_617);
    }

    private ImportReport exportedAndImported(String kind, Path directory) throws IOException {
        var file = directory.resolve(kind + ".csv");
        var exporter =
                exporters.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
        try (var out = Files.newOutputStream(file)) {
            exporter.write(out);
        }
        return DemoHistory.importer(importers, kind)
                .load(file, ImportOptions.standard(), ImportProgress.SILENT);
    }

    private static void assertUnchanged(ImportReport report, long rows) {
        assertThat(report.rejections()).isEmpty();
        assertThat(report.accepted()).isZero();
        assertThat(report.unchanged()).isEqualTo(rows);
    }

    private long count(String question) {
        return sql.sql(question).query(Long.class).single();
    }
}
