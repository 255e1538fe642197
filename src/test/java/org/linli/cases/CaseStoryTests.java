package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Actor;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.geo.Position;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of a case through the API, told from the side of those who move it. */
@LinliTest
class CaseStoryTests {

    private static final String LAMP = "12004";

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private TestDistrict district;
    @Autowired private Cases cases;
    @Autowired private Operations operations;
    @Autowired private JsonMapper json;

    private String street;
    private String member;
    private String unit;
    private String checker;

    @BeforeEach
    void everybodyIsAtWork() {
        district.load();
        street = accounts.tokenFor(Role.STREET_DISPATCHER, TestDistrict.STREET_PATH, null);
        member = accounts.tokenFor(Role.GRID_MEMBER, TestDistrict.WEST_PATH, null);
        unit = accounts.tokenFor(Role.UNIT_HANDLER, TestDistrict.COUNTY_PATH, TestDistrict.LIGHTS);
        checker = accounts.tokenFor(Role.CHECKER, TestDistrict.STREET_PATH, null);
    }

    @Test
    void aReportedLampIsClosedOnceSomebodyElseSawItLit() {
        var receipt = reported("路灯不亮了");
        var caseNo = receipt.get("caseNo").asString();

        take(street, caseNo, "accept", Map.of());
        take(member, caseNo, "verify", Map.of("found", true));
        take(street, caseNo, "file", Map.of("matterCode", LAMP, "conditionNo", 2));
        var dispatched = take(street, caseNo, "dispatch", Map.of("unitCode", TestDistrict.LIGHTS));
        take(unit, caseNo, "handle", Map.of("answer", "换了灯泡"));
        take(checker, caseNo, "rework", Map.of("reason", "仍然不亮"));
        var again = take(unit, caseNo, "handle", Map.of("answer", "换了线路"));
        take(checker, caseNo, "check", Map.of());
        var closed = take(street, caseNo, "close", Map.of());

        assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
        assertThat(again.get("dueAt")).isEqualTo(dispatched.get("dueAt"));
        assertThat(again.get("reworks").asInt()).isEqualTo(1);
        assertThat(seen(street, caseNo).get("history").findValuesAsString("step"))
                .containsExactly(
                        "report",
                        "accept",
                        "verify",
                        "file",
                        "dispatch",
                        "handle",
                        "rework",
                        "handle",
                        "check",
                        "close");
    }

    @Test
    void aReturnedCaseIsDispatchedAgainWhileItsClockRunsOn() {
        var caseNo = filed();
        var first = take(street, caseNo, "dispatch", Map.of("unitCode", TestDistrict.LIGHTS));
        var returned = take(unit, caseNo, "return", Map.of("reason", "不是路灯,是招牌"));

        var second = take(street, caseNo, "dispatch", Map.of("unitCode", TestDistrict.CLEANING));

        assertThat(returned.get("state").asString()).isEqualTo("FILED");
        assertThat(returned.get("returns").asInt()).isEqualTo(1);
        assertThat(second.get("dueAt")).isEqualTo(first.get("dueAt"));
        assertThat(seen(street, caseNo).get("clock").get("segments").findValues("unitCode"))
                .extracting(JsonNode::isNull)
                .containsExactly(true, true, false, true, false);
    }

    @Test
    void aUnitThatReturnedACaseSeesItNoMore() {
        var caseNo = filed();
        take(street, caseNo, "dispatch", Map.of("unitCode", TestDistrict.LIGHTS));
        take(unit, caseNo, "return", Map.of("reason", "不归我们管"));

        assertThat(get(unit, "/api/v1/cases/" + caseNo)).hasStatus(404);
    }

    @Test
    void theDetailOffersExactlyTheStepsOfItsReader() {
        var caseNo = reported("路灯不亮").get("caseNo").asString();

        assertThat(steps(street, caseNo))
                .containsExactly("accept", "file", "refuse", "merge", "split");
        assertThat(steps(member, caseNo)).containsExactly("file", "self-handle");
        assertThat(steps(checker, caseNo)).isEmpty();
    }

    @Test
    void aStepOfSomebodyElseIsAConflictThatSaysSo() {
        var caseNo = reported("路灯不亮").get("caseNo").asString();

        assertThat(step(checker, caseNo, 1, "accept", Map.of()))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/case/not-your-step");
    }

    @Test
    void aStepOnAnOldVersionIsAConflictThatNamesBothVersions() {
        var caseNo = reported("路灯不亮").get("caseNo").asString();
        take(street, caseNo, "accept", Map.of());

        assertThat(step(street, caseNo, 1, "file", Map.of("matterCode", LAMP)))
                .hasStatus(409)
                .bodyJson()
                .hasPathSatisfying(
                        "$.detail",
                        detail -> assertThat(detail).asString().contains("1").contains("2"));
    }

    @Test
    void aCaseOfAnotherAreaDoesNotExist() {
        var caseNo = reported("路灯不亮").get("caseNo").asString();
        var stranger = accounts.tokenFor(Role.GRID_MEMBER, TestDistrict.EAST_PATH, null);

        var hidden = get(stranger, "/api/v1/cases/" + caseNo);
        var noSuch = caseNo.substring(0, caseNo.lastIndexOf('-') + 1) + "999999";
        var absent = get(stranger, "/api/v1/cases/" + noSuch);
        assertThat(hidden).hasStatus(404);
        assertThat(text(hidden)).isEqualTo(text(absent).replace(noSuch, caseNo));
        assertThat(list(stranger, "text=" + caseNo).get("total").asInt()).isZero();
        assertThat(step(stranger, caseNo, 1, "file", Map.of("matterCode", LAMP))).hasStatus(404);
    }

    @Test
    void aRepeatedStepIsAnsweredAgainAndTakenOnce() {
        var caseNo = reported("路灯不亮").get("caseNo").asString();
        var body = body(UUID.randomUUID(), 1, "accept", Map.of());

        var first = post(street, caseNo, body);
        var second = post(street, caseNo, body);

        assertThat(first).hasStatusOk();
        assertThat(second).hasStatusOk();
        assertThat(text(second)).isEqualTo(text(first));
        assertThat(seen(street, caseNo).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void anOperationIdIsNotForTwoSteps() {
        var caseNo = reported("路灯不亮").get("caseNo").asString();
        var opId = UUID.randomUUID();
        post(street, caseNo, body(opId, 1, "accept", Map.of()));

        assertThat(post(street, caseNo, body(opId, 2, "refuse", Map.of("reason", "重复"))))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/operation/reused");
    }

    @Test
    void ofTwentyDispatchersAtOnceOneDispatches() throws Exception {
        var caseNo = filed();
        var race = new ArrayList<Callable<Integer>>();
        for (var at = 0; at < 20; at++) {
            race.add(() ->
                    step(street, caseNo, 2, "dispatch", unitCode()).getResponse().getStatus());
        }

        try (var pool = Executors.newFixedThreadPool(20)) {
            var statuses = pool.invokeAll(race).stream().map(Future::resultNow).toList();

            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
        }
    }

    @Test
    void theReporterRatesAndReopensByTheirCodeAndGetsANewClock() {
        var receipt = reported("路灯不亮");
        var caseNo = receipt.get("caseNo").asString();
        take(street, caseNo, "file", Map.of("matterCode", LAMP));
        take(street, caseNo, "dispatch", unitCode());
        take(unit, caseNo, "handle", Map.of("answer", "修好了"));
        take(checker, caseNo, "check", Map.of());
        take(street, caseNo, "close", Map.of());
        var code = receipt.get("trackingCode").asString();

        tracked(code, Map.of("step", "rate", "score", 2, "solved", false));
        var reopened = tracked(code, Map.of("step", "reopen", "reason", "又不亮了"));

        assertThat(reopened.get("state").asString()).isEqualTo("FILED");
        assertThat(reopened.get("dueAt").isNull()).isTrue();
        assertThat(reopened.get("rating").asInt()).isEqualTo(2);
        assertThat(cases.track(code).it().steps()).isEmpty();
    }

    @Test
    void aMergedCaseIsFollowedInTheOneThatGoesOn() {
        var survivor = reported("路灯不亮").get("caseNo").asString();
        var duplicate = reported("那盏灯坏了");
        var duplicateNo = duplicate.get("caseNo").asString();

        var merged = take(street, duplicateNo, "merge", Map.of("into", survivor));

        assertThat(merged.get("state").asString()).isEqualTo("MERGED");
        assertThat(merged.get("mergedInto").asString()).isEqualTo(survivor);
        assertThat(cases.track(duplicate.get("trackingCode").asString()).it().caseNo())
                .isEqualTo(survivor);
        assertThat(seen(street, survivor).get("followers").asInt()).isEqualTo(2);
    }

    @Test
    void aListFindsAWordOfTwoCharactersUnderItsFilters() {
        var marker = "灯塔" + UUID.randomUUID();
        reported("港口的" + marker + "熄了");

        assertThat(list(street, "text=灯塔&state=REPORTED&area=" + TestDistrict.WEST).get("items"))
                .anySatisfy(item -> assertThat(item.get("text").asString()).contains(marker));
        assertThat(list(street, "text=塔灯" + marker).get("total").asInt()).isZero();
        assertThat(
                        list(street, "text=" + marker + "&area=" + TestDistrict.EAST)
                                .get("total")
                                .asInt())
                .isZero();
        assertThat(list(street, "text=" + marker + "&stage=close").get("items")).isEmpty();
        assertThat(list(street, "text=" + marker + "&stage=close&state=REPORTED").get("total"))
                .isEqualTo(json.getNodeFactory().numberNode(0));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (var at = 0; at < 5; at++) {
            reported("翻页" + at);
        }
        var numbers = new ArrayList<String>();
        var next = "";
        do {
            var page = list(street, "text=翻页&limit=2" + next);
            page.get("items").forEach(item -> numbers.add(item.get("caseNo").asString()));
            next = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!next.isEmpty());

        assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
        assertThat(numbers).hasSize(list(street, "text=翻页").get("total").asInt());
    }

    @Test
    void whatCannotBeAskedForIsSaid() {
        for (var query :
                List.of(
                        "limit=0",
                        "limit=201",
                        "limit=x",
                        "bbox=1,2,3",
                        "bbox=a,b,c,d",
                        "from=gestern",
                        "state=NIRVANA",
                        "stage=x",
                        "source=x",
                        "overdue=maybe",
                        "area=404",
                        "cursor=@@@",
                        "sort=color",
                        "limit=5&limit=6",
                        "state=FILED&state=CLOSED",
                        "nonsense=1")) {
            assertThat(get(street, "/api/v1/cases?" + query))
                    .as(query)
                    .hasStatus(422)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    private String filed() {
        var caseNo = reported("路灯不亮").get("caseNo").asString();
        take(street, caseNo, "file", Map.of("matterCode", LAMP));
        return caseNo;
    }

    private static Map<String, Object> unitCode() {
        return Map.of("unitCode", TestDistrict.LIGHTS);
    }

    private JsonNode reported(String text) {
        var place =
                new Place(
                        Placement.PLACED,
                        new Position(TestDistrict.WEST_LON, TestDistrict.LAT),
                        TestDistrict.COUNTY,
                        TestDistrict.WEST,
                        TestDistrict.WEST_PATH,
                        "灯塔路");
        var report =
                new NewReport(
                        Source.RESIDENT,
                        text,
                        null,
                        null,
                        place,
                        Contact.NONE,
                        List.of(),
                        null,
                        null,
                        null,
                        null);
        var operation = operations.of("anonymous", UUID.randomUUID(), text);
        return read(cases.report(Actor.ANONYMOUS, () -> report, operation));
    }

    private JsonNode tracked(String code, Map<String, Object> step) {
        var request = json.convertValue(step, StepRequest.class);
        var operation = operations.of("tracking:" + code, UUID.randomUUID(), step);
        return read(cases.takeTracked(code, null, request, operation));
    }

    private JsonNode read(Answer answer) {
        return json.readTree(answer.body());
    }

    private JsonNode take(String token, String caseNo, String step, Map<String, Object> more) {
        var version = seen(token, caseNo).get("version").asInt();
        var result = step(token, caseNo, version, step, more);
        assertThat(result).as(step).hasStatusOk();
        return json.readTree(text(result));
    }

    private MvcTestResult step(
            String token, String caseNo, int version, String step, Map<String, Object> more) {
        return post(token, caseNo, body(UUID.randomUUID(), version, step, more));
    }

    private String body(UUID opId, int version, String step, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("opId", opId);
        body.put("step", step);
        body.put("version", version);
        return json.writeValueAsString(body);
    }

    private MvcTestResult post(String token, String caseNo, String body) {
        return mvc.post()
                .uri("/api/v1/cases/{caseNo}/steps", caseNo)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private List<String> steps(String token, String caseNo) {
        return seen(token, caseNo).get("steps").valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode seen(String token, String caseNo) {
        var result = get(token, "/api/v1/cases/" + caseNo);
        assertThat(result).hasStatusOk();
        return json.readTree(text(result));
    }

    private JsonNode list(String token, String query) {
        var result = get(token, "/api/v1/cases?" + query);
        assertThat(result).hasStatusOk();
        return json.readTree(text(result));
    }

    private MvcTestResult get(String token, String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
