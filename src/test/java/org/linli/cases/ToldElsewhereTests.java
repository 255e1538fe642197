package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.history.HandedOver;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Whatever was done with cases here is told by the two files of history, and whoever takes those in
 * tells the same: nothing but the name of the system that the cases come from is another.
 */
@LinliTest
class ToldElsewhereTests {

    private static final String MEALS = "20002";
    private static final Map<String, String> BECAUSE = Map.of("reason", "不归我们管,\"真的\"");
    private static final Map<String, String> DONE = Map.of("answer", "办好了");
    private static final Map<String, String> TO_LIGHTS = Map.of("unitCode", TestDistrict.LIGHTS);
    private static final Map<String, String> TO_CLEANERS =
            Map.of("unitCode", TestDistrict.CLEANING);
    private static final Map<String, ?> SWEEPING =
            Map.of("units", List.of(Map.of("unitCode", TestDistrict.CLEANING, "asked", "清理灯下垃圾")));
    private static final Map<String, ?> TWO_PARTS =
            Map.of(
                    "parts",
                    List.of(
                            Map.of("text", "灯黑了", "matterCode", Office.LAMP),
                            Map.of("text", "垃圾没人扫", "matterCode", "11001")));

    /** Of what a correction carried: details stand in one order, so that lists can be compared. */
    private static final String FIRST_BY_NAME = "\"{\"\"handledAt\"\"";

    @Autowired private Office office;
    @Autowired private List<Importer> importers;
    @Autowired private List<Exporter> exporters;
    @Autowired private JdbcClient sql;
    @Autowired private Clock clock;

    private final List<String> caseNos = new ArrayList<>();

    @BeforeEach
    void casesWentEveryWay() {
        var disputed = disputed();
        refusedOrOnTheirWay();
        solvedByTheGrid();
        mergedInto(disputed);
        split();
        closedByTwo();
        onHold();
        services();
    }

    @Test
    void whatIsExportedChangesNothingHereAndIsTakenInElsewhereAndToldTheSame() {
        var there = "elsewhere-" + UUID.randomUUID();
        var cases = exported("cases", "linli");
        var steps = exported("case-events", "linli");
        assertThat(caseNos).hasSize(cases.size() - 1);
        assertThat(steps.stream().map(line -> line.split(",", 6)[4]))
                .contains(Arrays.stream(Kind.values()).map(Kind::code).toArray(String[]::new));

        assertThat(steps)
                .anyMatch(line -> line.contains(",correct,") && line.contains(FIRST_BY_NAME));

        assertThat(load("cases", cases, "linli").unchanged()).isEqualTo(cases.size() - 1);
        assertThat(load("case-events", steps, "linli").unchanged()).isEqualTo(steps.size() - 1);
        assertThat(load("cases", cases, there).accepted()).isEqualTo(cases.size() - 1);
        assertThat(load("case-events", steps, there).accepted()).isEqualTo(steps.size() - 1);

        assertThat(exported("cases", there)).containsExactlyInAnyOrderElementsOf(cases);
        assertThat(exported("case-events", there)).containsExactlyInAnyOrderElementsOf(steps);
        assertThat(standing(there)).isEqualTo(standing("linli"));
    }

    private String disputed() {
        var receipt = office.reported();
        var caseNo = kept(receipt);
        office.take(Role.STREET_DISPATCHER, caseNo, "accept", Map.of());
        office.take(Role.GRID_MEMBER, caseNo, "verify", Map.of("found", true));
        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));
        office.take(Role.STREET_DISPATCHER, caseNo, "escalate", BECAUSE);
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "assign", Map.of("level", "street"));
        office.take(Role.STREET_DISPATCHER, caseNo, "dispatch", TO_LIGHTS);
        office.take(Role.UNIT_HANDLER, caseNo, "take", Map.of());
        office.take(
                Role.UNIT_HANDLER, caseNo, "contact", Map.of("means", "phone", "reached", false));
        office.take(Role.SHIFT_LEADER, caseNo, "urge", Map.of("note", "快些"));
        office.take(Role.SHIFT_LEADER, caseNo, "yellow-card", BECAUSE);
        office.take(Role.SHIFT_LEADER, caseNo, "red-card", BECAUSE);
        together(caseNo);
        askedFor(caseNo);
        office.take(Role.UNIT_HANDLER, caseNo, "return", BECAUSE);
        office.take(Role.STREET_DISPATCHER, caseNo, "dispatch", TO_CLEANERS);
        office.as(Office.CLEANER, caseNo, "return", BECAUSE);
        office.take(
                Role.SHIFT_LEADER,
                caseNo,
                "rule",
                Map.of(
                        "unitCode", TestDistrict.LIGHTS,
                        "responsible", TestDistrict.CLEANING,
                        "reason", "灯归灯管所"));
        solvedLate(caseNo);
        assertThat(office.byCode(receipt, Map.of("step", "rate", "score", 2, "solved", false)))
                .hasStatusOk();
        office.reopen(receipt);
        office.take(
                Role.SHIFT_LEADER,
                caseNo,
                "dispatch-again",
                Map.of("unitCode", TestDistrict.LIGHTS, "reason", "只有这一家修路灯"));
        return caseNo;
    }

    private void together(String caseNo) {
        office.take(Role.STREET_DISPATCHER, caseNo, "co-handle", SWEEPING);
        office.take(
                Role.UNIT_HANDLER,
                caseNo,
                "co-withdraw",
                Map.of("unitCode", TestDistrict.CLEANING, "reason", "先不用"));
        office.take(Role.STREET_DISPATCHER, caseNo, "co-handle", SWEEPING);
        office.as(Office.CLEANER, caseNo, "co-answer", DONE);
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "whistle",
                Map.of(
                        "units",
                        List.of(TO_CLEANERS),
                        "place",
                        "灯塔路口",
                        "meetAt",
                        clock.instant().plus(Duration.ofHours(1)).toString(),
                        "reason",
                        "一起看一看"));
        office.as(
                Office.CLEANER,
                caseNo,
                "arrive",
                Map.of("lon", TestDistrict.WEST_LON, "lat", TestDistrict.LAT));
        office.take(Role.STREET_DISPATCHER, caseNo, "joint-answer", Map.of("answer", "先断电"));
    }

    private void askedFor(String caseNo) {
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);
        office.take(Role.UNIT_HANDLER, caseNo, "withdraw", Map.of());
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);
        office.take(Role.STREET_DISPATCHER, caseNo, "decline", BECAUSE);
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);
        office.take(Role.STREET_DISPATCHER, caseNo, "approve", Map.of());
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
        held(caseNo);
        office.take(Role.STREET_DISPATCHER, caseNo, "unhold", Map.of());
    }

    private void held(String caseNo) {
        var until = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).plusDays(30);
        office.take(
                Role.UNIT_HANDLER,
                caseNo,
                "ask-hold",
                Map.of("reason", "等天暖", "ground", "season", "until", until.toString()));
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
    }

    private void solvedLate(String caseNo) {
        change(caseNo, "due_at = now() - interval '1 day'");
        office.take(Role.UNIT_HANDLER, caseNo, "handle", DONE);
        office.take(Role.CHECKER, caseNo, "rework", Map.of("reason", "还是黑的"));
        var history = office.seen(Role.VIEWER, caseNo).get("history");
        var reworked = history.get(history.size() - 1).get("at").asString();
        office.take(Role.UNIT_HANDLER, caseNo, "handle", DONE);
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "correct",
                Map.of("handledAt", reworked, "place", "灯塔路北口", "reason", "当时没有网络"));
        office.take(Role.CHECKER, caseNo, "check", Map.of());
        office.take(Role.STREET_DISPATCHER, caseNo, "close", Map.of());
        office.take(Role.UNIT_HANDLER, caseNo, "appeal", BECAUSE);
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "approve", Map.of());
    }

    private void refusedOrOnTheirWay() {
        office.take(Role.STREET_DISPATCHER, kept(office.reported()), "refuse", BECAUSE);
        office.take(Role.STREET_DISPATCHER, kept(office.reported()), "accept", Map.of());
        kept(office.reported());
    }

    /** A sample of it was found wanting, and the next was not. */
    private void solvedByTheGrid() {
        var caseNo = kept(office.reported());
        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));
        office.take(Role.GRID_MEMBER, caseNo, "self-handle", Map.of("note", "换了灯泡"));
        change(caseNo, "sampled = true");
        office.take(Role.CHECKER, caseNo, "rework", Map.of("reason", "还是黑的"));
        var other = office.newcomer(Role.GRID_MEMBER);
        office.as(other, caseNo, "self-handle", Map.of("note", "又换了一只"));
        change(caseNo, "sampled = true");
        office.take(Role.CHECKER, caseNo, "check", Map.of());
    }

    private void mergedInto(String other) {
        var caseNo = office.dispatched(kept(office.reported()), TestDistrict.LIGHTS);
        office.take(Role.STREET_DISPATCHER, caseNo, "merge", Map.of("into", other));
    }

    private void split() {
        var whole = kept(office.reported());
        office.take(Role.STREET_DISPATCHER, whole, "split", TWO_PARTS);
        var parts = office.seen(Role.STREET_DISPATCHER, whole).get("parts");
        caseNos.addAll(parts.findValuesAsString("caseNo"));
        office.dispatched(caseNos.getLast(), TestDistrict.CLEANING);
    }

    private void closedByTwo() {
        var caseNo = office.dispatched(kept(office.reported()), TestDistrict.LIGHTS);
        office.take(Role.STREET_DISPATCHER, caseNo, "ask-forced-close", BECAUSE);
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
    }

    private void onHold() {
        held(office.dispatched(kept(office.reported()), TestDistrict.LIGHTS));
    }

    private void services() {
        var taken = kept(office.asked(MEALS, "想订午餐"));
        office.take(Role.GRID_MEMBER, taken, "match", Map.of());
        var helped = office.asked(MEALS, "想订晚餐");
        office.take(Role.GRID_MEMBER, kept(helped), "help", DONE);
        confirmed(helped, true);
        var sentBack = kept(office.asked(MEALS, "想订早餐"));
        office.take(Role.STREET_DISPATCHER, sentBack, "match", TO_LIGHTS);
        office.take(Role.UNIT_HANDLER, sentBack, "return", BECAUSE);
        office.take(Role.STREET_DISPATCHER, sentBack, "match", TO_CLEANERS);
        calledBack();
    }

    private void calledBack() {
        var asked = office.asked(MEALS, "想请人陪着看病");
        var caseNo = kept(asked);
        office.take(Role.STREET_DISPATCHER, caseNo, "match", TO_LIGHTS);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", DONE);
        confirmed(asked, false);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", DONE);
        office.take(Role.STREET_DISPATCHER, caseNo, "call-back", Map.of("reached", false));
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "call-back",
                Map.of("reached", true, "solved", true, "note", "老人满意"));
    }

    private void confirmed(JsonNode receipt, boolean solved) {
        assertThat(office.byCode(receipt, Map.of("step", "confirm", "solved", solved)))
                .hasStatusOk();
    }

    private String kept(JsonNode receipt) {
        caseNos.add(receipt.get("caseNo").asString());
        return caseNos.getLast();
    }

    private void change(String caseNo, String what) {
        sql.sql("update cases.case_file set " + what + " where case_no = :no")
                .param("no", caseNo)
                .update();
    }

    /** The header and the lines of our cases, as if they had been told of here. */
    private List<String> exported(String kind, String system) {
        var out = new ByteArrayOutputStream();
        try {
            exporters.stream()
                    .filter(one -> one.kind().equals(kind))
                    .findFirst()
                    .orElseThrow()
                    .write(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("case_id,") || isOurs(line, system))
                .map(line -> line.replace("," + system + ",", ",linli,"))
                .toList();
    }

    private boolean isOurs(String line, String system) {
        var cells = line.split(",", 3);
        return caseNos.contains(cells[0]) && cells[1].equals(system);
    }

    private ImportReport load(String kind, List<String> lines, String system) {
        var file = String.join("\n", lines).replace(",linli,", "," + system + ",");
        var report = new HandedOver(importers).load(kind, file);
        assertThat(report.rejections()).isEmpty();
        return report;
    }

    private List<String> standing(String system) {
        return sql.sql(
                        """
                        select coalesce(external_id, case_no) || ' ' || state || ' ' || flow || ' '
                            || forced
                        from cases.case_file
                        where coalesce(source_system, 'linli') = :system
                            and coalesce(external_id, case_no) = any(:numbers)
                        order by 1
                        """)
                .param("system", system)
                .param("numbers", caseNos.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }
}
