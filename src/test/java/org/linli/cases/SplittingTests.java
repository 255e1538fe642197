package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One report that names several concerns becomes a case for each, and its reporter loses none. */
@LinliTest
class SplittingTests {

    private static final String RUBBISH = "11001";
    private static final Map<String, ?> LAMP_PART =
            Map.of("text", "门口的灯黑了", "matterCode", Office.LAMP);
    private static final Map<String, ?> RUBBISH_PART =
            Map.of(
                    "text",
                    "东头垃圾没人扫",
                    "matterCode",
                    RUBBISH,
                    "lon",
                    TestDistrict.EAST_LON,
                    "lat",
                    TestDistrict.LAT,
                    "address",
                    "码头东侧");
    private static final Map<String, ?> TWO = Map.of("parts", List.of(LAMP_PART, RUBBISH_PART));

    @Autowired private Office office;
    @Autowired private MockMvcTester mvc;
    @Autowired private JsonMapper json;
    @Autowired private JdbcClient sql;

    private JsonNode receipt;
    private String caseNo = "";

    @BeforeEach
    void somebodyReportsTwoThingsAtOnce() {
        receipt = office.reported();
        caseNo = receipt.get("caseNo").asString();
    }

    @Test
    void eachConcernBecomesACaseOfItsOwn() {
        var whole = office.take(Role.STREET_DISPATCHER, caseNo, "split", TWO);

        assertThat(whole.get("state").asString()).isEqualTo("SPLIT");
        assertThat(office.steps(Role.STREET_DISPATCHER, caseNo)).isEmpty();
        var parts = parts();
        assertThat(parts).hasSize(2);
        var rubbish = office.seen(Role.STREET_DISPATCHER, parts.getLast());
        assertThat(rubbish.get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(rubbish.get("matterCode").asString()).isEqualTo(RUBBISH);
        assertThat(rubbish.get("text").asString()).isEqualTo("东头垃圾没人扫");
        assertThat(rubbish.get("cell").asString()).isEqualTo(TestDistrict.EAST);
        assertThat(rubbish.get("source").asString()).isEqualTo("resident");
        assertThat(rubbish.get("splitFrom").asString()).isEqualTo(caseNo);
        assertThat(rubbish.get("followers").asInt()).isEqualTo(1);
        var lamp = office.seen(Role.STREET_DISPATCHER, parts.getFirst());
        assertThat(lamp.get("cell").asString()).isEqualTo(TestDistrict.WEST);
        assertThat(lamp.get("reportedAt")).isEqualTo(whole.get("reportedAt"));
    }

    @Test
    void eachPartHasItsOwnClockFromItsOwnDispatch() {
        var parts = split();
        office.take(
                Role.STREET_DISPATCHER,
                parts.getFirst(),
                "file",
                Map.of("matterCode", Office.LAMP));
        office.take(
                Role.STREET_DISPATCHER,
                parts.getFirst(),
                "dispatch",
                Map.of("unitCode", TestDistrict.LIGHTS));

        var clock = office.seen(Role.STREET_DISPATCHER, parts.getFirst()).get("clock");
        assertThat(clock.get("startedAt").isNull()).isFalse();
        assertThat(clock.get("dueAt").isNull()).isFalse();
        var other = office.seen(Role.STREET_DISPATCHER, parts.getLast()).get("clock");
        assertThat(other.get("startedAt").isNull()).isTrue();
    }

    @Test
    void theReporterFollowsAllByTheCodeTheyHaveAndRatesEach() {
        var parts = split();
        solve(parts.getFirst());

        var followed = followed(receipt);
        assertThat(followed.get("state").asString()).isEqualTo("SPLIT");
        assertThat(states(followed)).containsExactly("CLOSED", "ACCEPTED");
        var rating = Map.of("step", "rate", "score", 5, "solved", true);
        assertThat(byCode(rating)).hasStatus(409);
        assertThat(byCode(with(rating, "caseNo", parts.getLast()))).hasStatus(409);
        var other = office.reported().get("caseNo").asString();
        assertThat(byCode(with(rating, "caseNo", other))).hasStatus(404);

        var rated = json.readTree(text(byCode(with(rating, "caseNo", parts.getFirst()))));

        assertThat(rated.get("parts").get(0).get("rating").asInt()).isEqualTo(5);
        assertThat(rated.get("parts").get(1).get("rating").isNull()).isTrue();
    }

    @Test
    void whoeverReportedTheSameFollowsAllAsWell() {
        var same = office.reported();
        office.take(
                Role.STREET_DISPATCHER,
                same.get("caseNo").asString(),
                "merge",
                Map.of("into", caseNo));
        var parts = split();

        assertThat(states(followed(same))).containsExactly("ACCEPTED", "ACCEPTED");
        var lamp = office.seen(Role.STREET_DISPATCHER, parts.getFirst());
        assertThat(lamp.get("followers").asInt()).isEqualTo(2);
        assertThat(lamp.get("reports").findValuesAsString("caseNo"))
                .containsExactlyInAnyOrder(parts.getFirst(), caseNo, same.get("caseNo").asString());
    }

    @Test
    void aPartThatIsMergedIsFollowedInTheCaseThatGoesOn() {
        var parts = split();
        var survivor = office.reported().get("caseNo").asString();
        office.take(Role.STREET_DISPATCHER, parts.getFirst(), "merge", Map.of("into", survivor));

        assertThat(followed(receipt).get("parts").findValuesAsString("caseNo"))
                .containsExactlyInAnyOrder(survivor, parts.getLast());
        assertThat(parts()).containsExactlyInAnyOrder(survivor, parts.getLast());
    }

    @Test
    void aPartThatNamesSeveralIsSplitAgain() {
        var first = split().getFirst();
        office.take(Role.STREET_DISPATCHER, first, "split", TWO);

        assertThat(states(followed(receipt))).containsExactly("ACCEPTED", "ACCEPTED", "ACCEPTED");
    }

    @Test
    void onlyTheStreetSplitsAndOnlyBeforeAnybodyWorksOnIt() {
        office.refused(Role.GRID_MEMBER, caseNo, "split", TWO, 409, "case/not-your-step");
        office.refused(Role.SHIFT_LEADER, caseNo, "split", TWO, 409, "case/not-your-step");
        office.dispatched(caseNo, TestDistrict.LIGHTS);
        office.refused(Role.STREET_DISPATCHER, caseNo, "split", TWO, 409, "case/step-not-allowed");

        var solved = office.solved(TestDistrict.LIGHTS);
        office.reopen(solved);
        var reopened = solved.get("caseNo").asString();
        assertThat(office.steps(Role.STREET_DISPATCHER, reopened)).doesNotContain("split");
        office.refused(
                Role.STREET_DISPATCHER, reopened, "split", TWO, 409, "case/step-not-allowed");
    }

    @Test
    void thereAreTwoToNinePartsEachOfAKnownMatterInTheCounty() {
        refused(List.of(LAMP_PART), "request/out-of-range");
        refused(Collections.nCopies(10, LAMP_PART), "request/out-of-range");
        refused(List.of(LAMP_PART, Map.of("text", "别的")), "request/missing");
        refused(List.of(LAMP_PART, Map.of("matterCode", RUBBISH)), "request/missing");
        refused(
                List.of(LAMP_PART, Map.of("text", "别的", "matterCode", "00000")),
                "case/unknown-matter");
        refused(List.of(LAMP_PART, with(LAMP_PART, "lon", 1)), "request/missing");
        assertThat(parts()).isEmpty();
    }

    @Test
    void whatIsWrongInAPartIsToldByItsPlace() {
        var problem =
                office.refused(
                        Role.STREET_DISPATCHER,
                        caseNo,
                        "split",
                        Map.of("parts", List.of(LAMP_PART, Map.of("text", "别的"))),
                        422,
                        "request/missing");

        assertThat(problem.get("field").asString()).isEqualTo("parts[1].matterCode");
    }

    @Test
    void splittingTwiceByTheSameOperationIsSplittingOnce() {
        var body =
                with(
                        with(with(TWO, "opId", UUID.randomUUID()), "step", "split"),
                        "version",
                        office.seen(Role.STREET_DISPATCHER, caseNo).get("version").asInt());

        var first = sent(body);
        var second = sent(body);

        assertThat(first).hasStatusOk();
        assertThat(text(second)).isEqualTo(text(first));
        assertThat(parts()).hasSize(2);
    }

    @Test
    void theConcernsAreCountedAndNotTheReportThatNamedThem() {
        var before = counted("reported");
        split();

        assertThat(counted("reported")).isEqualTo(before + 1);
        assertThat(counted("filed")).isLessThanOrEqualTo(counted("reported"));
    }

    @Test
    void theTrailTellsWhoSplitWhat() {
        var parts = split();

        assertThat(acts(caseNo)).contains("case-split");
        assertThat(acts(parts.getFirst())).containsExactly("case-split-off");
    }

    private List<String> split() {
        office.take(Role.STREET_DISPATCHER, caseNo, "split", TWO);
        return parts();
    }

    private List<String> parts() {
        return office.seen(Role.STREET_DISPATCHER, caseNo)
                .get("parts")
                .findValuesAsString("caseNo");
    }

    private void solve(String part) {
        office.take(Role.STREET_DISPATCHER, part, "file", Map.of());
        office.take(Role.GRID_MEMBER, part, "self-handle", Map.of("note", "拧紧了"));
    }

    private void refused(List<Map<String, ?>> parts, String problem) {
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "split", Map.of("parts", parts), 422, problem);
    }

    private JsonNode followed(JsonNode receipt) {
        return office.asked("/api/v1/tracking/" + receipt.get("trackingCode").asString());
    }

    private static List<String> states(JsonNode concern) {
        return concern.get("parts")
                .valueStream()
                .map(part -> part.get("state").asString())
                .toList();
    }

    private MvcTestResult byCode(Map<String, ?> step) {
        return mvc.post()
                .uri("/api/v1/tracking/{code}/steps", receipt.get("trackingCode").asString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(with(step, "opId", UUID.randomUUID())))
                .exchange();
    }

    private MvcTestResult sent(Map<String, ?> body) {
        return mvc.post()
                .uri("/api/v1/cases/{caseNo}/steps", caseNo)
                .header("Authorization", "Bearer " + office.token(Role.STREET_DISPATCHER))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    private int counted(String name) {
        var result =
                office.get(
                        Role.STREET_DISPATCHER,
                        "/api/v1/indicators?area=%s&from=2020-01-01&to=2099-12-31&name=%s"
                                .formatted(TestDistrict.STREET, name));
        assertThat(result).hasStatusOk();
        return json.readTree(text(result)).get(0).get("value").asInt();
    }

    private List<String> acts(String object) {
        return sql.sql("select act from audit.event where object = :object order by at")
                .param("object", object)
                .query((row, _) -> row.getString("act"))
                .list();
    }

    private static Map<String, Object> with(Map<String, ?> map, String name, Object value) {
        var more = new java.util.HashMap<String, Object>(map);
        more.put(name, value);
        return more;
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
