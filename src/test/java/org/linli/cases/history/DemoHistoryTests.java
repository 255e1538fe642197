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
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The history of the demo district comes in whole, once, and goes out as it came. */
@HistoryTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoHistoryTests {

    private static final String TOLD_BY_LAST_STEP =
            """
            select count(*)
            from cases.case_file f
            join cases.case_event e on e.county_code = f.county_code and e.case_id = f.id
                and e.version = f.version and e.state = f.state
            where f.source_system = 'demo'
            """;

    private static final String ONE_OF_EACH_WAY =
            """
            select min(case_no)
            from (
                select f.case_no, string_agg(e.step, ' ' order by e.version) as way
                from cases.case_file f
                join cases.case_event e on e.county_code = f.county_code and e.case_id = f.id
                where f.source_system = 'demo'
                group by f.case_no) ways
            group by way
            """;

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers = List.of();
    @Autowired private List<Exporter> exporters = List.of();
    @Autowired private JdbcClient sql;

    @Test
    @Order(1)
    void everyCaseOfTheDemoComesIn() {
        DemoHistory.loadGround(importers);

        var report = DemoHistory.load(importers, "cases", "cases.csv");

        assertThat(report.rejections()).isEmpty();
        assertThat(report.accepted() + report.unchanged()).isEqualTo(11_102);
        assertThat(count("true")).isEqualTo(11_102);
        assertThat(count("merged_into is not null")).isEqualTo(90);
        assertThat(count("times_doubtful")).isZero();
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
        assertThat(sql.sql(TOLD_BY_LAST_STEP).query(Long.class).single()).isEqualTo(11_102);
    }

    /** One of each way that a case of the demo went. */
    @Test
    @Order(6)
    void aCaseCanBeLookedAtWhateverWayItWent() {
        var caseNos = sql.sql(ONE_OF_EACH_WAY).query((row, _) -> row.getString(1)).list();

        assertThat(caseNos).hasSizeGreaterThan(30);
        for (var caseNo : caseNos) {
            assertThat(
                            mvc.get()
                                    .uri("/api/v1/cases/" + caseNo)
                                    .header("Authorization", "Bearer " + token()))
                    .as(caseNo)
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.caseNo")
                    .isEqualTo(caseNo);
        }
    }

    @Test
    @Order(7)
    void whatIsExportedImportsAgainUnchanged(@TempDir Path directory) throws IOException {
        assertUnchanged(exportedAndImported("cases", directory));
        assertUnchanged(exportedAndImported("case-events", directory));
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

    private static void assertUnchanged(ImportReport report) {
        assertThat(report.rejections()).isEmpty();
        assertThat(report.accepted()).isZero();
    }

    private static void assertUnchanged(ImportReport report, long rows) {
        assertThat(report.rejections()).isEmpty();
        assertThat(report.accepted()).isZero();
        assertThat(report.unchanged()).isEqualTo(rows);
    }

    private String token() {
        return accounts.tokenFor(Role.DISTRICT_LEADER);
    }

    private long count(String condition) {
        return sql.sql(
                        "select count(*) from cases.case_file where source_system = 'demo' and "
                                + condition)
                .query(Long.class)
                .single();
    }
}
