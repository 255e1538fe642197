package org.linli.cases.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.geo.Datum;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.linli.platform.words.Message;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What becomes of rows that come again, changed or not. Each test is a system of its own. */
@HistoryTest
@TestInstance(Lifecycle.PER_CLASS)
class CorrectionTests {

    private static final String STREET = "/990000/990100/990104/990104005/";

    private static final String NEWEST_OF_OURS =
            """
            select case_no from cases.case_file
            where source_system is null
            order by id desc
            limit 1
            """;

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;
    @Autowired private List<Exporter> exporters;
    @Autowired private JdbcClient sql;

    @BeforeAll
    void loadTheGround() {
        DemoHistory.loadGround(importers);
    }

    @Test
    void aCaseThatWentOnInTheOtherSystemGoesOnHere() {
        load("goes-on", "1,2020-05-01,2020-05-02,2020-05-03,HW,,");

        var report = load("goes-on", "1,2020-05-01,2020-05-02,2020-05-03,HW,2020-05-04,2020-05-05");

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(steps("goes-on", "1"))
                .containsExactly(
                        "report REPORTED",
                        "file FILED",
                        "dispatch DISPATCHED",
                        "handle HANDLED",
                        "close CLOSED",
                        "correction CLOSED");
        assertThat(
                        text(
                                "goes-on",
                                "1",
                                """
                                (select carried -> 'changed' -> 'closed_at' ->> 'old' || '→'
                                    || (carried -> 'changed' -> 'closed_at' ->> 'new')
                                from cases.case_event e
                                where e.county_code = f.county_code and e.case_id = f.id
                                    and step = 'correction')
                                """))
                .isEqualTo("→2020-05-04T16:00:00Z");
        assertThat(
                        load(
                                        "goes-on",
                                        "1,2020-05-01,2020-05-02,2020-05-03,HW,2020-05-04,2020-05-05")
                                .unchanged())
                .isEqualTo(1);
    }

    @Test
    void aCaseSomebodyHereHasWorkedOnIsNotCorrectedByAFile() {
        var row = "1,2020-05-01,2020-05-02,2020-05-03,HW,,";
        load("worked-on", row);
        var token = accounts.tokenFor(Role.UNIT_HANDLER, "/990000/990100/990104/", "HW");
        var step =
                post(
                        token,
                        "/api/v1/cases/" + text("worked-on", "1", "case_no") + "/steps",
                        """
                        {"opId":"%s","step":"handle","version":%s,"answer":"已清理"}
                        """
                                .formatted(
                                        UUID.randomUUID(),
                                        text("worked-on", "1", "version::text")));
        assertThat(step).hasStatusOk();

        assertThat(load("worked-on", row).unchanged()).isEqualTo(1);
        var changed = load("worked-on", "1,2020-05-01,2020-05-02,2020-05-03,HW,2020-05-04,");
        assertThat(changed.rejected()).isEqualTo(1);
        assertThat(reason(changed)).isEqualTo("history/lives-here");
        assertThat(text("worked-on", "1", "state")).isEqualTo("HANDLED");
        assertThat(exportedAndImported("cases").rejections()).isEmpty();
        assertThat(exportedAndImported("case-events").rejections()).isEmpty();
    }

    @Test
    void aDuplicateFindsItsSurvivorWhereverThatStands() {
        var report =
                loadRows(
                        "duplicates",
                        "case_id,duplicate_of",
                        "1,2\n2,\n3,4\n4,3\n5,5\n6,1\n7,nowhere");

        assertThat(report.accepted()).isEqualTo(6);
        assertThat(report.rejections()).hasSize(1);
        assertThat(report.rejections().getFirst().column()).isEqualTo("duplicate_of");
        assertThat(survivor("duplicates", "1")).isEqualTo("2");
        assertThat(survivor("duplicates", "6")).isEqualTo("1");
        assertThat(survivor("duplicates", "3")).isEqualTo("none");
        assertThat(survivor("duplicates", "4")).isEqualTo("none");
        assertThat(text("duplicates", "7", "state")).isEqualTo("MERGED");

        loadRows("duplicates", "case_id,duplicate_of", "nowhere,");
        assertThat(survivor("duplicates", "7")).isEqualTo("nowhere");
    }

    @Test
    void aCaseReportedHereGoesOutAndComesBackUnchangedAndNoFileMayChangeIt() {
        var token = accounts.tokenFor(Role.STREET_DISPATCHER, STREET, null);
        var reported =
                post(
                        token,
                        "/api/v1/reports",
                        """
                        {"opId":"%s","text":" 井盖破损，\\"很深\\" ","matterCode":"12002",
                        "lon":123.245585,"lat":30.439951,"source":"patrol"}
                        """
                                .formatted(UUID.randomUUID()));
        assertThat(reported).hasStatus(201);

        assertThat(exportedAndImported("cases").accepted()).isZero();
        assertThat(exportedAndImported("case-events").accepted()).isZero();
        var caseNo = sql.sql(NEWEST_OF_OURS).query(String.class).single();
        var changed =
                importers(
                        "cases",
                        "source_system,case_id,reported_at\nlinli,%s,2020-01-01".formatted(caseNo));
        assertThat(reason(changed)).isEqualTo("history/lives-here");
    }

    @Test
    void timesAndPointsAreReadAsTheImportSays() {
        var file =
                """
                source_system,case_id,reported_at,lon,lat
                abroad,1,2020-05-01T00:00:00,123.250068,30.437873
                abroad,2,2020-05-01T00:00:00+08:00,123.250068,30.437873
                """;
        var options = new ImportOptions(ZoneOffset.UTC, Datum.GCJ02, null, false, false);

        assertThat(new HandedOver(importers).load("cases", file, options).accepted()).isEqualTo(2);

        assertThat(text("abroad", "1", "reported_at = '2020-05-01T00:00:00Z'")).isEqualTo("t");
        assertThat(text("abroad", "2", "reported_at = '2020-04-30T16:00:00Z'")).isEqualTo("t");
        assertThat(text("abroad", "1", "abs(lon - 123.250068) between 0.003 and 0.006"))
                .isEqualTo("t");
    }

    @Test
    void theSameNameTwiceInAFileIsRejectedTheSecondTime() {
        var report = loadRows("twice", "case_id,text", "1,one\n1,other");

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejections().getFirst().row()).isEqualTo(3);
        assertThat(reason(report)).isEqualTo("table/repeated");
    }

    @Test
    void aRowNamesAllItsFaultsAndTheOthersAreStored() {
        var report =
                loadRows(
                        "faults",
                        "case_id,lon,lat,filed_at,rating,source",
                        "1,123.2,,soon,6,telepathy\n2,,,,,");

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.rejections().stream().map(one -> one.column()))
                .contains("filed_at", "rating", "source");
    }

    @Test
    void aCaseWithoutAPlaceIsKeptAndOneInNoCellLiesOutsideWhateverCellItNames() {
        var report =
                loadRows(
                        "places",
                        "case_id,lon,lat,cell_code",
                        "1,123.245585,30.439951,\n"
                                + "2,10,10,990104005026004\n"
                                + "3,,,990104005026004\n"
                                + "4,,,\n"
                                + "5,,,NO-SUCH-CELL");

        assertThat(report.accepted()).isEqualTo(5);
        assertThat(text("places", "1", "cell_code")).isEqualTo("990104005026004");
        assertThat(text("places", "2", "placement")).isEqualTo("OUTSIDE");
        assertThat(text("places", "3", "cell_code")).isEqualTo("990104005026004");
        assertThat(text("places", "4", "placement")).isEqualTo("UNPLACED");
        assertThat(text("places", "5", "placement")).isEqualTo("UNPLACED");
        assertThat(reason(report)).isEqualTo("history/unknown-cell");
    }

    @Test
    void aListOfStepsThatDisagreesWithItsCaseIsRejectedAndTheCaseStays() {
        load("lists", "1,2020-05-01,2020-05-02,,,,2020-05-05");

        var report =
                importers(
                        "case-events",
                        """
                        case_id,source_system,seq,at,step
                        1,lists,1,2020-05-01,report
                        1,lists,2,2020-05-02,file
                        1,lists,3,2020-05-06,close
                        2,lists,1,2020-05-01,report
                        """);

        assertThat(report.rejected()).isEqualTo(4);
        assertThat(report.rejections().stream().map(one -> one.reason()))
                .containsExactly(
                        Message.of(
                                "history/list-disagrees",
                                "closed_at",
                                "2020-05-05T16:00:00Z",
                                "2020-05-04T16:00:00Z"),
                        Message.of("history/no-such-case", "2"));
        assertThat(steps("lists", "1"))
                .containsExactly("report REPORTED", "file FILED", "close CLOSED");
    }

    @Test
    void aListOfStepsTellsMoreThanARowCan() {
        load("told", "1,2020-05-01,2020-05-02,,,,2020-05-05");
        var list =
                """
                case_id,source_system,seq,at,step,actor_role,staff_id,note
                1,told,4,2020-05-05,close,street_dispatcher,,
                1,told,1,2020-05-01,report,grid_member,W0018,
                1,told,3,2020-05-02,file,street_dispatcher,,
                1,told,2,2020-05-01T12:00:00,accept,street_dispatcher,,马上办
                """;

        assertThat(importers("case-events", list).accepted()).isEqualTo(4);

        assertThat(steps("told", "1"))
                .containsExactly(
                        "report REPORTED", "accept ACCEPTED", "file FILED", "close CLOSED");
        assertThat(text("told", "1", "reporter")).isEqualTo("staff:W0018");
        assertThat(importers("case-events", list).unchanged()).isEqualTo(4);
    }

    @Test
    void aListWithARowThatCannotBeReadIsLeftOutWhole() {
        load("broken", "1,2020-05-01,2020-05-02,,,,");

        var report =
                importers(
                        "case-events",
                        """
                        case_id,source_system,seq,at,step
                        1,broken,1,2020-05-01,report
                        1,broken,2,2020-05-02,philosophise
                        """);

        assertThat(report.accepted()).isZero();
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(steps("broken", "1")).containsExactly("report REPORTED", "file FILED");
    }

    @Test
    void whatAStepCarriedIsReadInOneWayOrNotAtAll() {
        load("carried", "1,2020-05-01,2020-05-02,2020-05-03,HW,,");
        var list =
                """
                case_id,source_system,seq,at,step,unit_code,state,details
                1,carried,1,2020-05-01,report,,REPORTED,
                1,carried,2,2020-05-02,file,,FILED,
                1,carried,3,2020-05-03,dispatch,HW,DISPATCHED,
                1,carried,4,2020-05-04,approve,HW,DISPATCHED,"{""heldUntil"":%s}"
                """;

        for (var wrong : List.of("true", "null", "[]", "\"\"soon\"\"", "1}{")) {
            var report = importers("case-events", list.formatted(wrong));
            assertThat(report.rejected()).as(wrong).isEqualTo(4);
            assertThat(report.rejections().getFirst().column()).isEqualTo("details");
        }
        var told = importers("case-events", list.formatted("\"\"2027-03-01T08:00:00+08:00\"\""));
        assertThat(told.accepted()).isEqualTo(4);
        assertThat(
                        text(
                                "carried",
                                "1",
                                """
                                (select carried ->> 'heldUntil' from cases.case_event e
                                where e.county_code = f.county_code and e.case_id = f.id
                                    and step = 'approve')
                                """))
                .isEqualTo("2027-03-01T00:00:00Z");
    }

    /** A row of case, report, filing, dispatch, unit, handling and closing. */
    private ImportReport load(String system, String row) {
        return importers(
                "cases",
                """
                case_id,reported_at,filed_at,dispatched_at,unit_code,handled_at,closed_at,\
                source_system,cell_code,matter_code
                %s,%s,990104005026004,11001
                """
                        .formatted(row, system));
    }

    /** Rows of some columns, all reported on the same day. */
    private ImportReport loadRows(String system, String columns, String rows) {
        var content = new StringBuilder(columns + ",source_system,reported_at\n");
        rows.lines().forEach(row -> content.append(row + "," + system + ",2020-05-01\n"));
        return importers("cases", content.toString());
    }

    private ImportReport importers(String kind, String content) {
        return new HandedOver(importers).load(kind, content);
    }

    private ImportReport exportedAndImported(String kind) {
        var exported = new ByteArrayOutputStream();
        try {
            exporters.stream()
                    .filter(one -> one.kind().equals(kind))
                    .findFirst()
                    .orElseThrow()
                    .write(exported);
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        return importers(kind, exported.toString(StandardCharsets.UTF_8));
    }

    private MvcTestResult post(String token, String uri, String body) {
        return mvc.post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String reason(ImportReport report) {
        return report.rejections().getFirst().reason().code();
    }

    private List<String> steps(String system, String caseId) {
        return sql.sql(
                        """
                        select e.step || ' ' || e.state
                        from cases.case_file f
                        join cases.case_event e
                            on e.county_code = f.county_code and e.case_id = f.id
                        where f.source_system = :system and f.external_id = :id
                        order by e.version
                        """)
                .params(Map.of("system", system, "id", caseId))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String survivor(String system, String caseId) {
        return text(
                system,
                caseId,
                """
                coalesce((select s.external_id from cases.case_file s
                    where s.county_code = f.county_code and s.id = f.merged_into), 'none')
                """);
    }

    private String text(String system, String caseId, String what) {
        return sql.sql(
                        "select "
                                + what
                                + " from cases.case_file f"
                                + " where source_system = :system and external_id = :id")
                .params(Map.of("system", system, "id", caseId))
                .query((row, _) -> row.getString(1))
                .single();
    }
}
