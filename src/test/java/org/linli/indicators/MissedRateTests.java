package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.cases.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What supervisors find when they go through a grid, and whether anybody had reported it. */
@LinliTest
class MissedRateTests {

    private static final Map<String, String> LITTER =
            Map.of("matterCode", "11001", "text", "西墙根堆着垃圾");

    @Autowired private MockMvcTester mvc;
    @Autowired private Office office;
    @Autowired private JsonMapper json;

    private Instant begun = Instant.EPOCH;
    private String known = "";

    @BeforeEach
    void aCaseThatIsOlderThanTheVisit() {
        known = office.dispatched(TestDistrict.LIGHTS);
        begun = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void whatNobodyHadReportedIsReportedByTheVisitAndCountsAsMissed() {
        var found = List.of(Map.of("caseNo", known), LITTER);
        assertThat(visit(TestDistrict.WEST, found)).hasStatus(201);

        var told = told();
        assertThat(texts(told.get("known"))).containsExactly(known);
        assertThat(texts(told.get("missed"))).hasSize(1);
        var reported = caseSeen(texts(told.get("missed")).getFirst());
        assertThat(reported.get("source").asString()).isEqualTo("superior");
        assertThat(reported.get("cell").asString()).isEqualTo(TestDistrict.WEST);

        var rate = rate("");
        assertParts(rate, 1, 2);
        // Wilson's interval of 1 in 2, by hand: 0.5 ± 0.4055
        assertThat(rate.get("low").asDouble()).isCloseTo(0.0945, within(5e-5));
        assertThat(rate.get("high").asDouble()).isCloseTo(0.9055, within(5e-5));
        assertThat(asking().json(rate.get("cases").asString()).get("total").asLong()).isEqualTo(1);
        assertThat(asking().json(rate.get("denominatorCases").asString()).get("total").asLong())
                .isEqualTo(2);
        assertParts(rate("&by=month"), 1, 2);
    }

    @Test
    void whatTurnsOutToBeAnotherCaseHadBeenReported() {
        visit(TestDistrict.WEST, List.of(LITTER));
        assertParts(rate(""), 1, 1);

        var missed = texts(told().get("missed")).getFirst();
        office.take(Role.STREET_DISPATCHER, missed, "merge", Map.of("into", known));

        assertParts(rate(""), 0, 1);
    }

    @Test
    void whereNobodyWentThereIsNoRateAndNoInterval() {
        var none = rate("");

        assertParts(none, 0, 0);
        assertThat(none.get("value").isNull()).isTrue();
        assertThat(none.get("low").isNull()).isTrue();
    }

    @Test
    void gridsAreNotComparedByWhereSupervisorsChoseToGo() {
        assertThat(asking().get("/api/v1/indicators/funnel?name=missed_rate&by=grid"))
                .hasStatus(422);
    }

    @Test
    void whatIsFoundIsOpenAndLiesInTheOneGridThatWasVisited() {
        assertThat(visit(TestDistrict.COMMUNITY, List.of(LITTER))).hasStatus(422);
        assertThat(visit(TestDistrict.EAST, List.of(Map.of("caseNo", known)))).hasStatus(422);
        assertThat(visit(TestDistrict.WEST, List.of(Map.of("caseNo", "NONE")))).hasStatus(404);
        assertThat(visit(TestDistrict.WEST, List.of(Map.of("matterCode", "99999", "text", "-"))))
                .hasStatus(422);
        assertParts(rate(""), 0, 0);
    }

    @Test
    void whatASupervisorReportedWasNotFoundByAnotherBeforeThem() {
        visit(TestDistrict.WEST, List.of(LITTER));
        var own = texts(told().get("missed")).getFirst();

        assertThat(visit(TestDistrict.WEST, List.of(Map.of("caseNo", own)))).hasStatus(404);
    }

    private static void assertParts(JsonNode figure, long numerator, long denominator) {
        assertThat(figure.get("numerator").asLong()).isEqualTo(numerator);
        assertThat(figure.get("denominator").asLong()).isEqualTo(denominator);
    }

    private JsonNode rate(String more) {
        return asking().json("/api/v1/indicators?name=missed_rate&from=" + begun + more).get(0);
    }

    private Asking asking() {
        return new Asking(mvc, office.token(Role.STREET_DISPATCHER));
    }

    private JsonNode caseSeen(String caseNo) {
        return asking().json("/api/v1/cases/" + caseNo);
    }

    /** The latest visit. */
    private JsonNode told() {
        var supervisor = new Asking(mvc, office.token(Role.GRID_SUPERVISOR));
        return supervisor.json("/api/v1/checks/visits").get(0);
    }

    private static List<String> texts(JsonNode texts) {
        return texts.valueStream().map(JsonNode::asString).toList();
    }

    private MvcTestResult visit(String area, List<Map<String, String>> found) {
        var body = new HashMap<String, Object>(Map.of("area", area, "seen", "走了一圈"));
        body.put("opId", UUID.randomUUID());
        body.put("found", found);
        return mvc.post()
                .uri("/api/v1/checks/visits")
                .header("Authorization", "Bearer " + office.token(Role.GRID_SUPERVISOR))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8))
                .exchange();
    }
}
