package org.linli.premises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.words.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list gone through, each fault a case, and a second visit by somebody else. */
@LinliTest
class PremisesTests {

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private TestDistrict district;
    @Autowired private JdbcClient sql;
    @Autowired private JsonMapper json;

    private String street = "";
    private String member = "";
    private String colleague = "";
    private String id = "";

    @BeforeEach
    void somebodyIsToGoThere() {
        district.load();
        street = accounts.tokenFor(Role.STREET_DISPATCHER, TestDistrict.STREET_PATH, null);
        member = accounts.tokenFor(Role.GRID_MEMBER, TestDistrict.WEST_PATH, null);
        colleague = accounts.tokenFor(Role.GRID_MEMBER, TestDistrict.COMMUNITY_PATH, null);
        id = post(201, street, "", planned()).get("id").asString();
    }

    @Test
    void whatIsInOrderIsOverWithOneVisit() {
        var clear = inspected(List.of());

        assertThat(clear.get("state").asString()).isEqualTo("CLEAR");
        assertThat(clear.get("steps")).isEmpty();
        assertThat(listed(member, true)).doesNotContain(id);
        assertThat(listed(member, false)).contains(id);
    }

    @Test
    void whatCannotBeDoneIsToldInWordsInBothLanguages() {
        for (var state : InspectionState.values()) {
            var told = new StepNotAllowed("revisit", state).told();
            assertThat(Words.say(told, Locale.CHINESE)).contains("复查").doesNotContain("{");
            assertThat(Words.say(told, Locale.ENGLISH)).doesNotContain(state.name(), "revisit");
        }
        inspected(List.of());
        var refused = step(409, colleague, 2, Map.of("step", "revisit", "seen", seen(2, true)));
        assertThat(refused.get("detail").asString()).contains("合格", "复查");
        assertThat(Words.say(new NotYourStep("cancel").told(), Locale.CHINESE)).contains("取消检查");
    }

    @Test
    void eachFaultBecomesACaseThatTellsWhereAndWhat() {
        var faulty = inspected(List.of(2, 4));

        assertThat(faulty.get("state").asString()).isEqualTo("FAULTY");
        var fault = faulty.get("findings").get(1);
        var mended = get(200, street, "/api/v1/cases/" + fault.get("caseNo").asString());
        assertThat(mended.get("matterCode").asString()).isEqualTo("17002");
        assertThat(mended.get("text").asString()).contains("小吃店").contains("灭火器").contains("过期");
        assertThat(mended.get("cell").asString()).isEqualTo(TestDistrict.WEST);
        assertThat(faulty.get("findings").get(0).get("caseNo").isNull()).isTrue();
    }

    @Test
    void whoFoundTheFaultsDoesNotSeeThemMended() {
        inspected(List.of(2));

        var refused = step(409, member, 2, Map.of("step", "revisit", "seen", seen(2, true)));

        assertThat(refused.get("type").asString()).endsWith("second-visit-by-another");
        assertThat(get(200, member, "/api/v1/premises/" + id).get("steps")).isEmpty();
    }

    @Test
    void theSecondVisitIsRepeatedUntilEveryFaultIsMended() {
        inspected(List.of(2, 4));

        var seen = new ArrayList<>(seen(2, true));
        seen.addAll(seen(4, false));
        var still = step(200, colleague, 2, Map.of("step", "revisit", "seen", seen));
        assertThat(still.get("state").asString()).isEqualTo("FAULTY");

        var mended = step(200, colleague, 3, Map.of("step", "revisit", "seen", seen(4, true)));
        assertThat(mended.get("state").asString()).isEqualTo("MENDED");
        assertThat(mended.get("history"))
                .extracting(done -> done.get("step").asString())
                .containsExactly("plan", "inspect", "revisit", "revisit");
    }

    @Test
    void theDatabaseKeepsTheTwoVisitorsApartToo() {
        inspected(List.of(2));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() ->
                        AccessContext.asSystem(
                                "test",
                                () ->
                                        sql.sql(
                                                        """
                                                        update premises.inspection
                                                        set last_visitor = first_visitor
                                                        where id = :id
                                                        """)
                                                .param("id", UUID.fromString(id))
                                                .update()));
    }

    @Test
    void aListIsGoneThroughWhole() {
        var findings = findings(List.of());
        findings.removeLast();

        var refused = step(422, member, 1, Map.of("step", "inspect", "findings", findings));

        assertThat(refused.get("detail").asString()).contains("6");
        var beyond = findings(List.of());
        beyond.add(Map.of("itemNo", 77, "result", "fine"));
        step(422, member, 1, Map.of("step", "inspect", "findings", beyond));
    }

    @Test
    void aVisitSentTwiceIsMadeOnce() {
        var visit = body(Map.of("step", "inspect", "findings", findings(List.of(2))));
        visit.put("version", 1);

        var first = post(200, member, "/" + id + "/steps", visit);
        var again = post(200, member, "/" + id + "/steps", visit);

        assertThat(again).isEqualTo(first);
        var old = step(409, colleague, 1, Map.of("step", "cancel", "note", "x"));
        assertThat(old.get("type").asString()).endsWith("old-version");
    }

    @Test
    void ofSeveralVisitsAtOnceOneCountsAndTheOthersAreToldSo() {
        var visits =
                Stream.generate(() -> body(Map.of("findings", findings(List.of(2, 4)))))
                        .limit(4)
                        .map(visit -> with(visit, Map.of("step", "inspect", "version", 1)))
                        .toList();

        var told = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(visits.size())) {
            visits.stream()
                    .map(visit ->
                            CompletableFuture.supplyAsync(() -> status(member, visit), threads))
                    .toList()
                    .forEach(one -> told.add(one.join()));
        }

        assertThat(told).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void whatIsCalledOffSaysWhyAndOnlyByWhoMayPlan() {
        step(409, member, 1, Map.of("step", "cancel", "note", "已停业"));
        step(422, street, 1, Map.of("step", "cancel"));

        var over = step(200, street, 1, Map.of("step", "cancel", "note", "已停业"));

        assertThat(over.get("state").asString()).isEqualTo("CANCELLED");
        step(409, member, 2, Map.of("step", "inspect", "findings", findings(List.of())));
    }

    @Test
    void whatCannotBePlannedIsRefusedByTheNameOfItsField() {
        var cases =
                Map.<String, Object>of(
                        "checklist", "none", "cell", "990709009009", "dueOn", "2001-01-01");
        cases.forEach((field, wrong) -> {
            var wanted = planned();
            wanted.put(field, wrong);
            assertThat(post(422, street, "", wanted).get("field").asString()).isEqualTo(field);
        });
        var never = with(planned(), Map.of("dueOn", "+9999999-12-31"));
        assertThat(post(422, street, "", never).get("field").asString()).isEqualTo("dueOn");
        var elsewhere = accounts.tokenFor(Role.STREET_DISPATCHER, "/990000/990801/1/", null);
        assertThat(post(422, elsewhere, "", planned()).get("field").asString()).isEqualTo("cell");
    }

    private JsonNode inspected(List<Integer> faulty) {
        return step(200, member, 1, Map.of("step", "inspect", "findings", findings(faulty)));
    }

    private static List<Map<String, Object>> findings(List<Integer> faulty) {
        var findings = new ArrayList<Map<String, Object>>();
        for (var no = 1; no <= 6; no++) {
            findings.add(
                    faulty.contains(no)
                            ? Map.of("itemNo", no, "result", "fault", "note", "过期")
                            : Map.of("itemNo", no, "result", "fine"));
        }
        return findings;
    }

    private static List<Map<String, Object>> seen(int itemNo, boolean mended) {
        return List.of(Map.of("itemNo", itemNo, "mended", mended));
    }

    private static Map<String, Object> planned() {
        return body(
                Map.of(
                        "checklist", "small-premises",
                        "premises", "小吃店",
                        "address", "灯塔路 3 号",
                        "cell", TestDistrict.WEST,
                        "dueOn", "2099-12-31"));
    }

    private List<String> listed(String token, boolean open) {
        var listed = new ArrayList<String>();
        get(200, token, "/api/v1/premises?open=" + open)
                .forEach(one -> listed.add(one.get("id").asString()));
        return listed;
    }

    private JsonNode step(int status, String token, int version, Map<String, Object> said) {
        var body = body(said);
        body.put("version", version);
        return post(status, token, "/" + id + "/steps", body);
    }

    private static Map<String, Object> body(Map<String, Object> said) {
        var body = new HashMap<>(said);
        body.put("opId", UUID.randomUUID().toString());
        return body;
    }

    private static Map<String, Object> with(Map<String, Object> body, Map<String, Object> more) {
        body.putAll(more);
        return body;
    }

    private int status(String token, Map<String, Object> visit) {
        return ask(HttpMethod.POST, token, "/api/v1/premises/" + id + "/steps", visit)
                .getResponse()
                .getStatus();
    }

    private JsonNode post(int status, String token, String path, Map<String, Object> body) {
        return read(status, HttpMethod.POST, token, "/api/v1/premises" + path, body);
    }

    private JsonNode get(int status, String token, String path) {
        return read(status, HttpMethod.GET, token, path, Map.of());
    }

    private JsonNode read(
            int status, HttpMethod method, String token, String path, Map<String, Object> body) {
        var answer = ask(method, token, path, body);
        assertThat(answer).hasStatus(status);
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private MvcTestResult ask(
            HttpMethod method, String token, String path, Map<String, Object> body) {
        return mvc.perform(
                mvc.method(method)
                        .uri(path)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body)));
    }
}
