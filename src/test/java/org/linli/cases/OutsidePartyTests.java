package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/**
 * A utility, a property company, an employer, volunteers: outside the administration, and a
 * handling party like any other, with a log-in that shows their own work and nothing else (DOMAIN
 * 2.4).
 */
@LinliTest
class OutsidePartyTests {

    private static final String REPORTER = "陆小曼";
    private static final String PHONE = "13900139077";

    @Autowired private Office office;
    @Autowired private TestDistrict district;
    @Autowired private TestAccounts accounts;
    @Autowired private MockMvcTester mvc;
    @Autowired private JsonMapper json;

    private String caseNo = "";
    private String address = "";

    @BeforeEach
    void aResidentsConcernIsDispatchedToTheUtility() {
        district.load();
        caseNo = office.dispatched(reportedBy(null), TestDistrict.LIGHTS);
        address = "/api/v1/cases/" + caseNo;
    }

    @Test
    void itSeesWhatWasDispatchedToItAndNothingElse() {
        var another = office.dispatched(TestDistrict.CLEANING);
        var undispatched = office.reported().get("caseNo").asString();

        assertThat(office.listed(Role.UNIT_HANDLER, "")).contains(caseNo).doesNotContain(another);
        for (var hidden : List.of(another, undispatched)) {
            assertThat(office.get(Role.UNIT_HANDLER, "/api/v1/cases/" + hidden)).hasStatus(404);
        }
        for (var page : List.of("/figures", "/audit", "/accounts", "/register/lookup")) {
            assertThat(office.get(Role.UNIT_HANDLER, "/api/v1" + page).getResponse().getStatus())
                    .as(page)
                    .isIn(403, 404, 405);
        }
    }

    @Test
    void itLearnsNothingOfWhoReportedIt() {
        var seen = Office.text(office.get(Role.UNIT_HANDLER, address));

        assertThat(seen).contains("门口的灯黑了").doesNotContain(REPORTER, PHONE);
        assertThat(office.seen(Role.UNIT_HANDLER, caseNo).get("reporterParts")).isEmpty();
        assertThat(unmasked(office.token(Role.UNIT_HANDLER))).contains("access/not-permitted");
    }

    @Test
    void norOfAnInformantWhoReportedIt() {
        var informant = accounts.tokenFor(Role.GRID_INFORMANT, TestDistrict.COMMUNITY_PATH, null);
        var reported = office.dispatched(reportedBy(informant), TestDistrict.LIGHTS);
        var name = Role.GRID_INFORMANT.code();

        assertThat(reporterIn(Role.UNIT_HANDLER, reported)).isEmpty();
        assertThat(reporterIn(Role.STREET_DISPATCHER, reported)).isEqualTo(name);
    }

    @Test
    void itHandlesOrSendsBackWithAReasonOrAsksForTime() {
        office.refused(Role.UNIT_HANDLER, caseNo, "return", Map.of(), 422, "request/missing");
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", Map.of("reason", "等灯具到货"));
        var handled = office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "换了灯"));

        assertThat(handled.get("state").asString()).isEqualTo("HANDLED");
        assertThat(office.steps(Role.UNIT_HANDLER, caseNo))
                .doesNotContain("check", "rework", "close", "dispatch", "refuse", "correct");
    }

    @Test
    void whatItSendsBackItSeesNoMore() {
        var reason = Map.of("reason", "这盏灯属小区自管");
        office.take(Role.UNIT_HANDLER, caseNo, "return", reason);

        assertThat(office.get(Role.UNIT_HANDLER, address)).hasStatus(404);
        var history = office.seen(Role.STREET_DISPATCHER, caseNo).get("history");
        assertThat(history.get(history.size() - 1).get("reason").asString()).isEqualTo("这盏灯属小区自管");
    }

    private String reporterIn(Role reader, String of) {
        return office.seen(reader, of).get("history").get(0).get("actorName").asString();
    }

    /** Reported by somebody who left word how to be reached. */
    private String reportedBy(@Nullable String token) {
        var report =
                Map.of(
                        "opId",
                        UUID.randomUUID(),
                        "text",
                        "门口的灯黑了",
                        "source",
                        "resident",
                        "lon",
                        TestDistrict.WEST_LON,
                        "lat",
                        TestDistrict.LAT,
                        "reporter",
                        Map.of("name", REPORTER, "phone", PHONE));
        var hotline = accounts.tokenFor(Role.GRID_MEMBER, TestDistrict.WEST_PATH, null);
        var result =
                mvc.post()
                        .uri("/api/v1/reports")
                        .header("Authorization", "Bearer " + (token == null ? hotline : token))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(report))
                        .exchange();
        assertThat(result).as(Office.text(result)).hasStatus(201);
        return json.readTree(Office.text(result)).get("caseNo").asString();
    }

    private String unmasked(String token) {
        return Office.text(
                mvc.post()
                        .uri(address + "/reporter")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"part\":\"phone\"}")
                        .exchange());
    }
}
