package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LinliTest
@TestPropertySource(properties = "linli.test=the demo district alone")
class PeopleTests {

    private static final Path DEMO = Path.of("src/main/resources/demo");

    private static final String STAFF = "staff_id,name,role,area_code,unit_code\n";

    private static final String UNITS = "unit_code,name,kind,area_code,parent_code\n";

    @Autowired private List<Importer> importers;
    @Autowired private UnitFile unitFile;
    @Autowired private StaffFile staffFile;
    @Autowired private Units units;
    @Autowired private Accounts accounts;
    @Autowired private TestAccounts callers;
    @Autowired private MockMvcTester http;

    @TempDir private Path folder;

    @BeforeEach
    void loadTheDemo() {
        var divisions = importers.stream().filter(file -> file.kind().equals("divisions"));
        load(divisions.findFirst().orElseThrow(), DEMO.resolve("divisions.geojson"), false);
        load(unitFile, DEMO.resolve("units.csv"), false);
        load(staffFile, DEMO.resolve("staff.csv"), false);
    }

    @Test
    void theDemosUnitsAndPostsAreReadWholeAndOnce() {
        var unitsAgain = load(unitFile, DEMO.resolve("units.csv"), false);
        var staffAgain = load(staffFile, DEMO.resolve("staff.csv"), false);

        assertThat(units.all()).filteredOn(unit -> !unit.code().startsWith("T-")).hasSize(36);
        assertThat(unitsAgain).isEqualTo(new ImportReport(0, 36, 0, List.of(), List.of()));
        assertThat(staffAgain).isEqualTo(new ImportReport(0, 291, 0, List.of(), List.of()));
        assertThat(accounts.actor("staff:W0001").posts())
                .containsExactly(
                        new Post(
                                Role.GRID_MEMBER,
                                "990104005021001",
                                "/990000/990100/990104/990104005/990104005021/990104005021001/",
                                "SQ"));
    }

    @Test
    void whatIsExportedImportsAgainUnchanged() throws IOException {
        units.registerLocal(List.of("T-NYPD"), "990104");

        assertThat(again(unitFile).accepted()).isZero();
        assertThat(again(staffFile).unchanged()).isGreaterThanOrEqualTo(291);
        assertThat(units.unit("T-NYPD").orElseThrow().local()).isTrue();
    }

    @Test
    void faultyUnitsAreNamedAndTheOthersStored() throws IOException {
        var report =
                load(
                        unitFile,
                        UNITS
                                + "T-1,甲,department,990104,T-2\n"
                                + "T-2,乙,company,990104,\n"
                                + "T-3,丙,club,990104,\n"
                                + "T-4,丁,company,1,T-9\n"
                                + "T-2,戊,company,990104,\n",
                        false);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.rejections())
                .extracting("row", "column", "reason.code")
                .containsExactly(
                        tuple(4L, "kind", "table/not-one-of"),
                        tuple(5L, "area_code", "people/unknown-area"),
                        tuple(5L, "parent_code", "people/unknown-unit"),
                        tuple(6L, "unit_code", "table/repeated"));
        assertThat(units.unit("T-1").orElseThrow().parentCode()).isEqualTo("T-2");
    }

    @Test
    void faultyPostsAreNamedAndTheOthersGiven() throws IOException {
        var report =
                load(
                        staffFile,
                        STAFF
                                + "T 1,甲,viewer,990104,\n"
                                + "T2,,viewer,990104,\n"
                                + "T2,乙,viewer,990104,\n"
                                + "T2,丙,viewer,990104,\n"
                                + "T2,乙,king,990104,\n"
                                + "T2,乙,unit_handler,990104,\n"
                                + "T2,乙,unit_handler,990104,T-NONE\n"
                                + "T2,乙,checker,7,\n",
                        false);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(7);
        assertThat(report.rejections())
                .extracting("row", "column", "reason.code")
                .containsExactly(
                        tuple(2L, "staff_id", "people/staff-id"),
                        tuple(3L, "name", "table/required"),
                        tuple(5L, "name", "people/other-name"),
                        tuple(6L, "role", "table/not-one-of"),
                        tuple(7L, "unit_code", "people/unit-needed"),
                        tuple(8L, "unit_code", "people/unknown-unit"),
                        tuple(9L, "area_code", "people/unknown-area"));
        assertThat(accounts.actor("staff:T2").posts())
                .extracting("role")
                .containsExactly(Role.VIEWER);
    }

    @Test
    void aPersonWhoMovesLeavesThePostBefore() throws IOException {
        load(staffFile, STAFF + "T3,甲,checker,990104,\nT3,甲,viewer,990104,\n", false);

        var moved =
                load(staffFile, STAFF + "T3,甲,checker,990104005,\nT3,甲,viewer,990104,\n", false);

        assertThat(moved.accepted()).isEqualTo(1);
        assertThat(moved.unchanged()).isEqualTo(1);
        assertThat(accounts.actor("staff:T3").posts())
                .extracting("areaCode")
                .containsExactlyInAnyOrder("990104005", "990104");
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        var staff = load(staffFile, STAFF + "T4,甲,checker,990104,\n", true);
        var unit = load(unitFile, UNITS + "T-7,甲,company,990104,\n", true);

        assertThat(staff.accepted()).isEqualTo(1);
        assertThat(unit.accepted()).isEqualTo(1);
        assertThat(accounts.find("staff:T4")).isEmpty();
        assertThat(units.unit("T-7")).isEmpty();
    }

    @Test
    void aColleagueSeesWhoAnswersForACell() {
        var cell = "/api/v1/people?area=990104005021001";

        assertThat(http.get().uri(cell)).hasStatus(401);
        assertThat(asViewer(cell))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].role")
                .asArray()
                .contains("grid_member", "grid_head")
                .doesNotContain("administrator", "street_dispatcher");
        assertThat(asViewer(cell))
                .bodyJson()
                .extractingPath("$.items[?(@.role=='grid_member')].areaCode")
                .asArray()
                .containsOnly("990104005021001");
        assertThat(asViewer("/api/v1/people?area=7")).hasStatus(422);
        assertThat(asViewer(cell + "&limit=201")).hasStatus(422);
    }

    @Test
    void peopleComeInPages() {
        var first = asViewer("/api/v1/people?area=990104005&limit=3");

        assertThat(first).bodyJson().extractingPath("$.next").isNotNull();
        assertThat(asViewer("/api/v1/people?area=990104005&limit=3&cursor=staff:W9999"))
                .bodyJson()
                .extractingPath("$.next")
                .isNull();
    }

    @Test
    void theUnitsAreShownToStaff() {
        assertThat(http.get().uri("/api/v1/units")).hasStatus(401);
        assertThat(asViewer("/api/v1/units"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[?(@.code=='CG')].kind")
                .asArray()
                .containsExactly("department");
    }

    private MvcTestResult asViewer(String uri) {
        var token = callers.tokenFor(Role.VIEWER);
        return http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private <F extends Importer & Exporter> ImportReport again(F file) throws IOException {
        var out = new ByteArrayOutputStream();
        file.write(out);
        return load(file, out.toString(StandardCharsets.UTF_8), false);
    }

    private ImportReport load(Importer importer, String text, boolean dryRun) throws IOException {
        return load(importer, Files.writeString(folder.resolve("file.csv"), text), dryRun);
    }

    private static ImportReport load(Importer importer, Path file, boolean dryRun) {
        var standard = ImportOptions.standard();
        var options = new ImportOptions(standard.zone(), standard.datum(), null, false, dryRun);
        return importer.load(file, options, ImportProgress.SILENT);
    }
}
