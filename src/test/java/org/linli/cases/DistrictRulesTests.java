package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A district decides its own rules, in the open and by two people, and cases keep theirs. */
@LinliTest
class DistrictRulesTests {

    private static final String DISTRICT = "?district=" + TestDistrict.COUNTY;

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private TestDistrict district;
    @Autowired private Office office;
    @Autowired private JsonMapper json;
    @Autowired private JdbcClient sql;

    private String leader;
    private String administrator;

    @BeforeEach
    void twoPeopleMakeRules() {
        district.load();
        leader = accounts.tokenFor(Role.DISTRICT_LEADER, TestDistrict.COUNTY_PATH, null);
        administrator = accounts.tokenFor(Role.ADMINISTRATOR, TestDistrict.COUNTY_PATH, null);
    }

    @AfterEach
    void allIsAsShippedAgain() {
        if (!shipped().equals(rulesInForce())) {
            decide(_ -> {});
        }
    }

    @Test
    void whatWasFiledKeepsItsRulesAndWhatIsFiledAfterHasTheNew() {
        var before = office.dispatched(TestDistrict.LIGHTS);
        decide(rules -> {
            rules.withObject("/turns").put("returnsUntilRuling", 1).put("extensions", 1);
            rules.withArray("/limits")
                    .addObject()
                    .put("matter", Office.LAMP)
                    .put("condition", 2)
                    .put("limit", "2CH");
        });
        var after = office.dispatched(TestDistrict.LIGHTS);

        assertThat(office.seen(Role.SHIFT_LEADER, after).get("filing").get("limit").asString())
                .isEqualTo("2CH");
        assertThat(due(after)).isEqualTo(dispatched(after).plus(Duration.ofHours(2)));
        assertThat(office.seen(Role.SHIFT_LEADER, before).get("filing").get("limit").asString())
                .isNotEqualTo("2CH");
        office.take(Role.UNIT_HANDLER, after, "return", Map.of("reason", "不归我们"));
        assertThat(office.seen(Role.SHIFT_LEADER, after).get("awaiting").asString())
                .isEqualTo("ruling");
        office.take(Role.UNIT_HANDLER, before, "return", Map.of("reason", "不归我们"));
        assertThat(office.seen(Role.SHIFT_LEADER, before).get("awaiting").isNull()).isTrue();
    }

    @Test
    void limitsDifferByTheClassOfTheArea() {
        decide(rules -> {
            rules.withObject("/areas/byArea").put(TestDistrict.COMMUNITY, "A");
            for (var areaClass : List.of("A", "C")) {
                rules.withArray("/limits")
                        .addObject()
                        .put("matter", Office.LAMP)
                        .put("condition", 2)
                        .put("areaClass", areaClass)
                        .put("limit", areaClass.equals("A") ? "1CH" : "9CH");
            }
        });

        var caseNo = office.dispatched(TestDistrict.LIGHTS);

        assertThat(due(caseNo)).isEqualTo(dispatched(caseNo).plus(Duration.ofHours(1)));
    }

    @Test
    void listsShowTheStagesOfTheDistrict() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        var area = "&area=" + TestDistrict.COUNTY;
        assertThat(stage(caseNo)).isEqualTo("handle");

        decide(rules -> rules.set("stages", scheme("five")));
        assertThat(stage(caseNo)).isEqualTo("act");
        assertThat(office.listed(Role.SHIFT_LEADER, "stage=act" + area)).contains(caseNo);

        decide(rules -> rules.set("stages", scheme("seven")));
        office.take(Role.SHIFT_LEADER, caseNo, "yellow-card", Map.of("reason", "太慢"));
        assertThat(stage(caseNo)).isEqualTo("supervise");
        assertThat(office.listed(Role.SHIFT_LEADER, "stage=supervise" + area)).contains(caseNo);
        assertThat(office.listed(Role.SHIFT_LEADER, "stage=handle" + area)).doesNotContain(caseNo);
    }

    @Test
    void aStepIsLeftToFewerRolesAndNeverToOthers() {
        decide(rules -> {
            rules.withArray("/roles/dispatch").add("district_dispatcher");
        });
        var caseNo = office.reported().get("caseNo").asString();
        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));

        assertThat(office.steps(Role.STREET_DISPATCHER, caseNo)).doesNotContain("dispatch");
        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "dispatch",
                Map.of("unitCode", TestDistrict.LIGHTS),
                409,
                "case/not-your-step");
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "dispatch", Map.of("unitCode", "T-LIGHTS"));
        refused(rules -> rules.withArray("/roles/dispatch").add("viewer"), "rules/role-widened");
    }

    @Test
    void whatNoDistrictMayDecideIsRefused() {
        refused(rules -> rules.withObject("/turns").put("extensions", 3), "request/out-of-range");
        refused(
                rules -> rules.withObject("/sampling").put("usual", 0).put("urgent", 0),
                "rules/sampled-too-little");
        refused(rules -> rules.put("quotaPerPerson", 20), "rules/refused");
        refused(rules -> rules.withObject("/turns").put("个人指标", 20), "rules/refused");
        refused(rules -> rules.put("colour", "red"), "rules/no-such-rule");
        refused(rules -> rules.putArray("stages"), "request/out-of-range");
        refused(rules -> rules.putNull("turns"), "rules/unreadable");
        refused(
                rules -> rules.withObject("/areas/byArea").put("990000", "A"),
                "rules/area-elsewhere");
        var stages = scheme("six");
        ((ObjectNode) stages.get(1)).putArray("states").add("ACCEPTED");
        refused(rules -> rules.set("stages", stages), "rules/state-not-shown");
    }

    @Test
    void aPreviewSaysWhatChangesAndWhatSpeaksAgainstIt() {
        var rules = shipped();
        rules.set("stages", scheme("five"));
        rules.withObject("/turns").put("longestHoldMonths", 6);
        rules.withArray("/limits")
                .addObject()
                .put("matter", Office.LAMP)
                .put("condition", 2)
                .put("limit", "2CH");
        var draft = draft(leader, rules);

        var zh = ask(leader, "/drafts/" + draft.get("id") + "/preview", "zh-CN");
        var en = ask(leader, "/drafts/" + draft.get("id") + "/preview", "en");

        assertThat(zh.get("changes").findValuesAsString("said"))
                .contains("挂账最长月数：12 → 6")
                .anyMatch(said -> said.startsWith("阶段：信息收集—立案受理") && said.endsWith("评价结案"));
        assertThat(en.get("changes").findValuesAsString("said"))
                .contains("Longest hold, in months: 12 → 6")
                .anyMatch(said -> said.endsWith("→ 2 hours by day and night"));
        var planned = en.get("conflicts").size();
        decide(_ -> {});
        assertThat(ask(leader, "/drafts/" + draft.get("id") + "/preview", "en").get("conflicts"))
                .hasSize(planned + 1);
    }

    @Test
    void whoDraftsDoesNotPutInForceAndNothingBeginsYesterday() {
        var draft = draft(leader, shipped());
        var id = draft.get("id").asInt();
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        assertThat(problem(enact(leader, id, 1, today))).isEqualTo("rules/own-draft");
        assertThat(problem(enact(administrator, id, 2, today))).isEqualTo("rules/stale-draft");
        assertThat(problem(enact(administrator, id, 1, today.minusDays(1))))
                .isEqualTo("rules/in-the-past");
        assertThat(problem(enact(administrator, id, 1, today.plusYears(2).plusDays(1))))
                .isEqualTo("request/out-of-range");
        assertThat(problem(enact(administrator, id, 1, LocalDate.MAX)))
                .isEqualTo("request/out-of-range");
        var planned = read(enact(administrator, id, 1, today.plusDays(9)));
        assertThat(planned.get("status").asString()).isEqualTo("planned");
        assertThat(ask(leader, DISTRICT, "en").get("inForce").asInt())
                .isNotEqualTo(planned.get("no").asInt());
        assertThat(problem(enact(administrator, id, 1, today))).isEqualTo("rules/not-found");
    }

    @Test
    void aVersionIsExportedAsOneFileAndReadAgain() {
        decide(rules -> {
            rules.withObject("/sampling/byMatter").put(Office.LAMP, 0.5);
        });
        var file = file(ask(leader, DISTRICT, "en").get("inForce").asInt());

        var again = draft(administrator, (ObjectNode) file.get("rules"));

        assertThat(file.get("format").asString()).isEqualTo("linli-rules-1");
        assertThat(again.get("rules")).isEqualTo(file.get("rules"));
    }

    @Test
    void aTrialReplaysTheCasesOfAMonthAndListsThoseBehindEachDifference() {
        var late = office.dispatched(TestDistrict.LIGHTS);
        office.take(Role.UNIT_HANDLER, late, "return", Map.of("reason", "不归我们"));
        var rules = shipped();
        rules.withObject("/turns").put("returnsUntilRuling", 1);
        rules.withObject("/sampling").put("usual", 1);
        rules.withArray("/limits")
                .addObject()
                .put("matter", Office.LAMP)
                .put("condition", 2)
                .put("limit", "1CH");
        var id = draft(leader, rules).get("id").asInt();

        var trial = ask(leader, "/drafts/" + id + "/trial?month=" + month(), "en");

        assertThat(trial.get("covered").asInt()).isPositive();
        assertThat(behind(trial, "due-earlier")).contains(late);
        assertThat(behind(trial, "sent-to-ruling")).contains(late);
        assertThat(behind(trial, "due-later")).isEmpty();
        assertThat(trial.get("after").get("rulings").asInt())
                .isGreaterThan(trial.get("before").get("rulings").asInt());
        var same = draft(leader, shipped()).get("id").asInt();
        var nothing = ask(leader, "/drafts/" + same + "/trial?month=" + month(), "en");
        assertThat(behind(nothing, "due-earlier")).doesNotContain(late);
        assertThat(problem(get(leader, "/drafts/" + id + "/trial?month=13", "en")))
                .isEqualTo("request/value");
        assertThat(problem(get(administrator, "/drafts/999999/trial", "en")))
                .isEqualTo("rules/not-found");
    }

    @Test
    void servicesAreReplayedAsTheyWereHelpedWith() {
        var meals = "20002";
        var helped = office.asked(meals, "想给父亲订午餐").get("caseNo").asString();
        var unit = Map.of("unitCode", TestDistrict.LIGHTS);
        office.take(Role.STREET_DISPATCHER, helped, "match", unit);
        office.take(Role.UNIT_HANDLER, helped, "return", Map.of("reason", "人手不够"));
        office.take(Role.STREET_DISPATCHER, helped, "match", unit);
        var rules = shipped();
        rules.withObject("/turns").put("returnsUntilRuling", 1);
        rules.withArray("/limits")
                .addObject()
                .put("matter", meals)
                .put("condition", 2)
                .put("limit", "1CH");
        var id = draft(leader, rules).get("id").asInt();

        var trial = ask(leader, "/drafts/" + id + "/trial?month=" + month(), "en");

        assertThat(trial.get("services").asInt())
                .isPositive()
                .isLessThan(trial.get("covered").asInt());
        assertThat(behind(trial, "due-earlier")).contains(helped);
        assertThat(behind(trial, "sent-to-ruling")).doesNotContain(helped);
    }

    @Test
    void historyWithoutAConditionIsReplayedUnderTheUsualOneOfItsMatterAndSaysSo() {
        var foreign = office.dispatched(TestDistrict.LIGHTS);
        AccessContext.asSystem(
                "a test",
                () ->
                        sql.sql(
                                        """
                                        update cases.case_file
                                        set condition_no = null, time_limit = null
                                        where case_no = :no
                                        """)
                                .param("no", foreign)
                                .update());
        var rules = shipped();
        rules.withArray("/limits")
                .addObject()
                .put("matter", Office.LAMP)
                .put("condition", 2)
                .put("limit", "1CH");
        var id = draft(leader, rules).get("id").asInt();

        var trial = ask(leader, "/drafts/" + id + "/trial?month=" + month(), "en");

        assertThat(trial.get("assumed").asInt()).isPositive();
        assertThat(behind(trial, "due-earlier")).contains(foreign);
    }

    private static String month() {
        return java.time.YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static List<String> behind(JsonNode trial, String what) {
        return trial.get("differences")
                .valueStream()
                .filter(difference -> difference.get("what").asString().equals(what))
                .flatMap(difference -> difference.findValuesAsString("caseNo").stream())
                .toList();
    }

    @Test
    void nobodySavesOverWhatTheyHaveNotSeenAndADraftIsPutAway() {
        var id = draft(leader, shipped()).get("id").asInt();
        var body = Map.of("version", 1, "name", "改一改", "rules", shipped());
        read(send(HttpMethod.PUT, administrator, "/drafts/" + id, body));

        assertThat(problem(send(HttpMethod.PUT, leader, "/drafts/" + id, body)))
                .isEqualTo("rules/stale-draft");
        assertThat(send(HttpMethod.DELETE, leader, "/drafts/" + id, Map.of())).hasStatus(204);
        assertThat(problem(send(HttpMethod.DELETE, leader, "/drafts/" + id, Map.of())))
                .isEqualTo("rules/not-found");
    }

    @Test
    void onlyThoseWhoMakeTheRulesOfADistrictSeeThem() {
        var street = accounts.tokenFor(Role.ADMINISTRATOR, TestDistrict.STREET_PATH, null);
        var dispatcher = accounts.tokenFor(Role.SHIFT_LEADER, TestDistrict.COUNTY_PATH, null);

        assertThat(problem(get(street, DISTRICT, "en"))).isEqualTo("rules/not-found");
        assertThat(problem(get(dispatcher, DISTRICT, "en"))).isEqualTo("access/not-permitted");
        assertThat(problem(get(leader, "?district=" + TestDistrict.STREET, "en")))
                .isEqualTo("rules/not-found");
    }

    private void decide(Consumer<ObjectNode> change) {
        var rules = shipped();
        change.accept(rules);
        var draft = draft(leader, rules);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var put = read(enact(administrator, draft.get("id").asInt(), 1, today));
        assertThat(put.get("status").asString()).isEqualTo("in-force");
    }

    private void refused(Consumer<ObjectNode> change, String problem) {
        var rules = shipped();
        change.accept(rules);
        assertThat(problem(sendDraft(leader, rules))).isEqualTo(problem);
    }

    private ObjectNode shipped() {
        return (ObjectNode) file(0).get("rules");
    }

    private JsonNode rulesInForce() {
        return file(ask(leader, DISTRICT, "en").get("inForce").asInt()).get("rules");
    }

    private JsonNode file(int no) {
        return ask(leader, "/versions/" + no + DISTRICT, "en");
    }

    private JsonNode scheme(String code) {
        return ask(leader, DISTRICT, "en")
                .get("schemes")
                .valueStream()
                .filter(scheme -> scheme.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .get("stages");
    }

    private JsonNode draft(String who, ObjectNode rules) {
        return read(sendDraft(who, rules));
    }

    private MvcTestResult sendDraft(String who, ObjectNode rules) {
        return send(
                HttpMethod.POST,
                who,
                "/drafts",
                Map.of("district", TestDistrict.COUNTY, "name", "试一试", "rules", rules));
    }

    private MvcTestResult enact(String who, int id, int version, LocalDate from) {
        return send(
                HttpMethod.POST,
                who,
                "/drafts/" + id + "/enactment",
                Map.of("version", version, "effectiveFrom", from.toString()));
    }

    private MvcTestResult send(HttpMethod method, String who, String path, Map<String, ?> body) {
        var sent = new HashMap<String, Object>(body);
        sent.put("opId", UUID.randomUUID());
        return mvc.method(method)
                .uri("/api/v1/rules" + path)
                .header("Authorization", "Bearer " + who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(sent))
                .exchange();
    }

    private MvcTestResult get(String who, String path, String language) {
        return mvc.get()
                .uri("/api/v1/rules" + path)
                .header("Authorization", "Bearer " + who)
                .header("Accept-Language", language)
                .exchange();
    }

    private JsonNode ask(String who, String path, String language) {
        return read(get(who, path, language));
    }

    private JsonNode read(MvcTestResult result) {
        assertThat(result.getResponse().getStatus()).as(Office.text(result)).isBetween(200, 201);
        return json.readTree(Office.text(result));
    }

    private String problem(MvcTestResult result) {
        var type = json.readTree(Office.text(result)).path("type").asString("none");
        return type.replace("/problems/", "");
    }

    private String stage(String caseNo) {
        return office.seen(Role.SHIFT_LEADER, caseNo).get("stage").asString();
    }

    private Instant due(String caseNo) {
        return Instant.parse(office.seen(Role.SHIFT_LEADER, caseNo).get("dueAt").asString());
    }

    private Instant dispatched(String caseNo) {
        return Instant.parse(office.seen(Role.SHIFT_LEADER, caseNo).get("dispatchedAt").asString());
    }
}
