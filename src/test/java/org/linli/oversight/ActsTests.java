package org.linli.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.audit.Act;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acts minus events is nothing, and events minus acts: each act through HTTP, and what it left. */
@LinliTest
class ActsTests {

    /** Every route that takes something in, and what its being done leaves in the trail. */
    private static final Map<String, Act> TAKING =
            Map.ofEntries(
                    Map.entry("POST /api/v1/reports", Act.CASE_REPORT),
                    Map.entry("POST /api/v1/operations", Act.CASE_REPORT),
                    Map.entry("POST /open311/v2/requests", Act.CASE_REPORT),
                    Map.entry("PUT /api/v1/systems/{code}", Act.SYSTEM_CHANGE),
                    Map.entry("PUT /api/v1/systems/{code}/codes", Act.SYSTEM_CHANGE),
                    Map.entry("POST /api/v1/systems/{code}/reports", Act.CASE_REPORT),
                    Map.entry("POST /api/v1/quarantine/{id}/settlement", Act.QUARANTINE_SETTLE),
                    Map.entry("PUT /api/v1/systems/{code}/webhook", Act.HAND_BACK_CHANGE),
                    Map.entry("POST /api/v1/deliveries/{id}/retry", Act.HAND_BACK_RETRY),
                    Map.entry("POST /open311/v2/requests.{format}", Act.CASE_REPORT),
                    Map.entry("POST /api/v1/cases/{caseNo}/steps", Act.CASE_FILE),
                    Map.entry("POST /api/v1/cases/{caseNo}/reporter", Act.FIELD_UNMASK),
                    Map.entry("POST /api/v1/tracking/{code}/steps", Act.CASE_RATE),
                    Map.entry("POST /api/v1/photos", Act.PHOTO_ADD),
                    Map.entry("POST /api/v1/imports/{kind}", Act.DATA_IMPORT),
                    Map.entry("POST /api/v1/session", Act.SIGN_IN),
                    Map.entry("DELETE /api/v1/session", Act.SIGN_OUT),
                    Map.entry("POST /api/v1/setup", Act.SETUP),
                    Map.entry("POST /api/v1/accounts", Act.ACCOUNT_CREATE),
                    Map.entry("PUT /api/v1/accounts/{id}/posts", Act.POSTS_CHANGE),
                    Map.entry("POST /api/v1/accounts/{id}/sign-in-link", Act.CODE_ISSUE),
                    Map.entry("DELETE /api/v1/accounts/{id}", Act.ACCOUNT_CLOSE),
                    Map.entry("POST /api/v1/tokens", Act.TOKEN_ISSUE),
                    Map.entry("DELETE /api/v1/tokens/{id}", Act.TOKEN_REVOKE),
                    Map.entry("POST /api/v1/duties/applications", Act.DUTY_APPLY),
                    Map.entry(
                            "POST /api/v1/duties/applications/{entryId}/decision", Act.DUTY_DECIDE),
                    Map.entry("POST /api/v1/duties/tasks", Act.DUTY_TASK_GIVE),
                    Map.entry("POST /api/v1/duties/tasks/{taskId}/answers", Act.DUTY_TASK_ANSWER),
                    Map.entry("POST /api/v1/keys/renewals", Act.KEY_RENEW),
                    Map.entry("POST /api/v1/premises", Act.PREMISES_PLAN),
                    Map.entry("POST /api/v1/premises/{id}/steps", Act.PREMISES_INSPECT),
                    Map.entry("POST /api/v1/mediations", Act.MEDIATION_APPLY),
                    Map.entry("POST /api/v1/mediations/codes", Act.MEDIATION_CODE),
                    Map.entry("POST /api/v1/mediations/{id}/taking", Act.MEDIATION_TAKE),
                    Map.entry("POST /api/v1/mediations/{id}/invitations", Act.MEDIATION_CODE),
                    Map.entry("POST /api/v1/mediations/{id}/steps", Act.MEDIATION_LEAD),
                    Map.entry("POST /api/v1/mediations/own/{code}/steps", Act.MEDIATION_ANSWER),
                    Map.entry("PUT /api/v1/notices/preferences", Act.NOTICE_SET),
                    Map.entry("PUT /api/v1/notices/failures/{id}/retry", Act.NOTICE_RETRY),
                    Map.entry("PUT /api/v1/notices/stop", Act.NOTICE_STOP),
                    Map.entry("POST /api/v1/checks/visits", Act.VISIT_RECORD),
                    Map.entry("POST /api/v1/sign-reviews/{id}/answer", Act.SIGN_ANSWER),
                    Map.entry("POST /api/v1/sign-reviews/{id}/outcome", Act.SIGN_DECIDE),
                    Map.entry("PUT /api/v1/rosters/{holder}/turns", Act.ROSTER_CHANGE),
                    Map.entry("POST /api/v1/rosters/{holder}/notes", Act.HAND_OVER),
                    Map.entry("POST /api/v1/rosters/{holder}/take-over", Act.TAKE_OVER),
                    Map.entry("POST /api/v1/register/households", Act.REGISTER_WRITE),
                    Map.entry(
                            "POST /api/v1/register/households/{householdId}/notices",
                            Act.REGISTER_WRITE),
                    Map.entry(
                            "POST /api/v1/register/households/{householdId}/consents",
                            Act.REGISTER_WRITE),
                    Map.entry(
                            "POST /api/v1/register/households/{householdId}/consents/{consentId}/withdrawal",
                            Act.REGISTER_WRITE),
                    Map.entry(
                            "POST /api/v1/register/households/{householdId}/persons",
                            Act.REGISTER_WRITE),
                    Map.entry(
                            "POST /api/v1/register/households/{householdId}/needs",
                            Act.REGISTER_WRITE),
                    Map.entry(
                            "POST /api/v1/register/households/{householdId}/needs/{needId}/end",
                            Act.REGISTER_WRITE),
                    Map.entry("POST /api/v1/register/look-ups", Act.PERSON_LOOK_UP),
                    Map.entry("POST /api/v1/register/households/look-ups", Act.PERSON_LOOK_UP),
                    Map.entry("POST /api/v1/register/openings", Act.PERSON_OPEN),
                    Map.entry(
                            "POST /api/v1/register/openings/{openingId}/unmask", Act.FIELD_UNMASK),
                    Map.entry("POST /api/v1/register/reviews/{openingId}", Act.LOOK_UP_REVIEW),
                    Map.entry("POST /api/v1/register/resident-codes", Act.RESIDENT_CODE_ISSUE),
                    Map.entry("POST /api/v1/privacy/alerts/{alertId}/outcome", Act.LOOK_UP_REVIEW),
                    Map.entry(
                            "POST /api/v1/privacy/complaints/{complaintId}/answer",
                            Act.COMPLAINT_ANSWER),
                    Map.entry("POST /api/v1/resident/session", Act.RESIDENT_READ),
                    Map.entry("POST /api/v1/resident/complaints", Act.COMPLAINT_FILE),
                    Map.entry("POST /api/v1/resident/needs/{needId}/end", Act.REGISTER_WRITE),
                    Map.entry("POST /api/v1/session/password", Act.SIGN_IN),
                    Map.entry("POST /api/v1/session/code", Act.SIGN_IN),
                    Map.entry("POST /api/v1/session/app/code", Act.SIGN_IN),
                    Map.entry("POST /api/v1/session/passkey", Act.SIGN_IN),
                    Map.entry("POST /api/v1/session/provider", Act.SIGN_IN),
                    Map.entry("PUT /api/v1/accounts/{id}/provider", Act.FACTOR_SET),
                    Map.entry("DELETE /api/v1/accounts/{id}/provider", Act.FACTOR_FORGET),
                    Map.entry("POST /api/v1/factors/passkeys", Act.FACTOR_SET),
                    Map.entry("PUT /api/v1/factors/passkeys/{id}", Act.FACTOR_SET),
                    Map.entry("DELETE /api/v1/factors/passkeys/{id}", Act.FACTOR_FORGET),
                    Map.entry("POST /api/v1/factors/passkeys/shown", Act.FACTOR_SHOW),
                    Map.entry("POST /api/v1/factors/app/code", Act.FACTOR_SET),
                    Map.entry("PUT /api/v1/factors/password", Act.FACTOR_SET),
                    Map.entry("POST /api/v1/factors/recovery-codes", Act.FACTOR_SET),
                    Map.entry("DELETE /api/v1/accounts/{id}/factors", Act.FACTOR_FORGET),
                    Map.entry("DELETE /api/v1/accounts/{id}/sessions", Act.SESSION_END),
                    Map.entry("DELETE /api/v1/sessions", Act.SESSION_END),
                    Map.entry("DELETE /api/v1/sessions/{id}", Act.SESSION_END),
                    Map.entry("PUT /api/v1/indicators/boards/{role}", Act.BOARD_CHANGE),
                    Map.entry("POST /api/v1/indicators/objections", Act.FIGURE_CONTEST),
                    Map.entry("POST /api/v1/indicators/objections/{id}/answer", Act.FIGURE_ANSWER),
                    Map.entry("POST /api/v1/rules/drafts", Act.RULES_DRAFT),
                    Map.entry("PUT /api/v1/rules/drafts/{id}", Act.RULES_DRAFT),
                    Map.entry("DELETE /api/v1/rules/drafts/{id}", Act.RULES_DISCARD),
                    Map.entry("POST /api/v1/rules/drafts/{id}/enactment", Act.RULES_ENACT),
                    Map.entry("POST /api/v1/devices", Act.DEVICE_ENROL),
                    Map.entry("POST /api/v1/devices/invitations", Act.DEVICE_INVITE),
                    Map.entry("PUT /api/v1/devices/{id}/status", Act.DEVICE_CHANGE));

    /** What takes questions too long for an address, is nothing yet, or nobody else's business. */
    private static final Set<String> LEAVING_NOTHING =
            Set.of(
                    "POST /api/v1/locate",
                    "DELETE /api/v1/resident/session",
                    "PUT /api/v1/notices/read",
                    "POST /api/v1/session/app",
                    "POST /api/v1/session/passkey/challenge",
                    "POST /api/v1/session/provider/journey",
                    "POST /api/v1/factors/passkeys/challenge",
                    "POST /api/v1/factors/app");

    /** Every act there has been with a case that was not imported. */
    private static final String ALL_CASE_ACTS =
            """
            select f.case_no || ' ' || e.step
            from cases.case_event e
                join cases.case_file f on f.county_code = e.county_code and f.id = e.case_id
            where f.source_system is null
            group by f.case_no, e.step
            """;

    private static final String WITHOUT_THEIR_EVENTS =
            ALL_CASE_ACTS
                    + """
                            having count(*) <> (
                        select count(*)
                        from audit.event a
                        where a.kind = 'case' and a.object = f.case_no
                            and a.act = 'case-' || e.step)
                    """;

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private TestDistrict district;
    @Autowired private JdbcClient sql;
    @Autowired private JsonMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping routes;

    private String administrator;
    private String auditor;
    private String street;
    private long before;

    @BeforeEach
    void everybodyIsAtWork() {
        district.load();
        administrator = accounts.tokenFor(Role.ADMINISTRATOR);
        auditor = accounts.tokenFor(Role.AUDITOR);
        street = accounts.tokenFor(Role.STREET_DISPATCHER, TestDistrict.STREET_PATH, null);
        before = sql.sql("select max(id) from audit.event").query(Long.class).single();
    }

    @Test
    void nobodyAddsARouteThatTakesSomethingInWithoutSayingWhatItLeaves() {
        var reading = Set.of("GET", "HEAD", "OPTIONS");
        var taking =
                routes.getHandlerMethods().keySet().stream()
                        .flatMap(route ->
                                route.getMethodsCondition().getMethods().stream()
                                        .filter(method -> !reading.contains(method.name()))
                                        .flatMap(method ->
                                                route.getPatternValues().stream()
                                                        .map(path -> method + " " + path)))
                        .collect(Collectors.toSet());

        var told = new HashSet<>(TAKING.keySet());
        told.addAll(LEAVING_NOTHING);
        assertThat(taking).isEqualTo(told);
    }

    @Test
    void anAdministratorsActsLeaveOneEventEach() {
        var id = "staff:" + UUID.randomUUID();
        var post = Map.of("role", "viewer", "areaCode", "/");
        send("POST", administrator, "/api/v1/accounts", Map.of("id", id, "name", "林立"));
        send(
                "PUT",
                administrator,
                "/api/v1/accounts/" + id + "/posts",
                Map.of("posts", List.of(post)));
        var link =
                send("POST", administrator, "/api/v1/accounts/" + id + "/sign-in-link", Map.of());
        var code = link.get("link").asString().replaceAll(".*code=|&.*", "");
        var cookie = signIn(code);
        signIn(code);
        assertThat(
                        mvc.delete()
                                .uri("/api/v1/session")
                                .cookie(cookie)
                                .header("X-Linli", "1")
                                .exchange())
                .hasStatus(204);
        var token = send("POST", administrator, "/api/v1/tokens", token());
        var tokenId = token.get("id").asString();
        send("DELETE", administrator, "/api/v1/tokens/" + tokenId, Map.of());
        send("DELETE", administrator, "/api/v1/accounts/" + id, Map.of());

        assertThat(left())
                .containsExactly(
                        "account-create " + id + " done",
                        "posts-change " + id + " done",
                        "code-issue " + id + " done",
                        "sign-in " + id + " done",
                        "sign-in  refused",
                        "sign-out " + id + " done",
                        "token-issue " + tokenId + " done",
                        "token-revoke " + tokenId + " done",
                        "account-close " + id + " done");
    }

    @Test
    void whatHappensToACaseLeavesOneEventEach() {
        var caseNo = reported();
        var steps = "/api/v1/cases/" + caseNo + "/steps";
        send("POST", street, steps, Map.of("step", "accept", "version", 1));
        send("POST", street, steps, Map.of("step", "refuse", "version", 2, "reason", "重复"));
        send("POST", street, steps, Map.of("step", "close", "version", 3));

        assertThat(left())
                .containsExactly(
                        "case-report " + caseNo + " done",
                        "case-accept " + caseNo + " done",
                        "case-refuse " + caseNo + " done");
        var acts = AccessContext.asSystem("a test", () -> caseActs(ALL_CASE_ACTS));
        assertThat(acts).contains(caseNo + " report", caseNo + " accept", caseNo + " refuse");
        assertThat(AccessContext.asSystem("a test", () -> caseActs(WITHOUT_THEIR_EVENTS)))
                .isEmpty();
    }

    @Test
    void aRepeatedOperationLeavesNoSecondEvent() {
        var opId = UUID.randomUUID();
        var report = Map.of("opId", opId, "text", "井盖松动", "source", "patrol");

        send("POST", street, "/api/v1/reports", report);
        send("POST", street, "/api/v1/reports", report);

        assertThat(left()).hasSize(1);
    }

    @Test
    void aPhotoLeavesAnEventWhenItComesAndEachTimeItIsLookedAt() throws IOException {
        var opId = UUID.randomUUID().toString();
        var upload =
                mvc.post()
                        .uri("/api/v1/photos")
                        .multipart()
                        .file("file", picture())
                        .param("opId", opId)
                        .header("Authorization", "Bearer " + street)
                        .exchange();
        var photo = read(upload).get("photoId").asString();
        assertThat(get(street, "/api/v1/photos/" + photo)).hasStatusOk();

        assertThat(left())
                .containsExactly("photo-add " + photo + " done", "photo-read " + photo + " done");
    }

    @Test
    void filesInAndOutLeaveTheirs() {
        var units =
                "unit_code,name,area_code\nAU-"
                        + UUID.randomUUID()
                        + ",审计局,"
                        + TestDistrict.COUNTY
                        + "\n";
        assertThat(
                        mvc.post()
                                .uri("/api/v1/imports/units")
                                .header("Authorization", "Bearer " + administrator)
                                .contentType(MediaType.parseMediaType("text/csv"))
                                .content(units)
                                .exchange())
                .hasStatusOk();
        assertThat(get(administrator, "/api/v1/exports/units")).hasStatusOk();

        assertThat(left())
                .containsExactly(
                        "data-import units done",
                        "data-store units done",
                        "data-export units done");
    }

    @Test
    void anAuditorReadsTheTrailAndIsSeenThere() {
        var first = read(get(auditor, "/api/v1/audit?limit=1"));
        var second = read(get(auditor, "/api/v1/audit?limit=1"));

        assertThat(first.get("items")).hasSize(1);
        assertThat(second.get("items").get(0).get("act").asString()).isEqualTo("audit-read");
        assertThat(left()).containsExactly("audit-read  done", "audit-read  done");
    }

    @Test
    void theTrailIsFilteredAndPagedByWhatWasActedOn() {
        var caseNo = reported();
        var step = Map.of("step", "accept", "version", 1);
        send("POST", street, "/api/v1/cases/" + caseNo + "/steps", step);

        // looking at it leaves an event about it, too
        var page = read(get(auditor, "/api/v1/audit?limit=2&object=" + caseNo));
        var next = page.get("next").asString();
        var rest = read(get(auditor, "/api/v1/audit?limit=2&object=" + caseNo + "&cursor=" + next));

        assertThat(acts(page)).containsExactly("audit-read", "case-accept");
        assertThat(acts(rest)).containsExactly("case-report");
    }

    @Test
    void theApplicationMayAddToTheTrailAndNothingElse() {
        assertThat(
                        sql.sql(
                                        """
                                        select t || ' ' || p as may
                                        from unnest(array['event', 'seal', 'checkpoint', 'trail']) t,
                                            unnest(array['update', 'delete', 'truncate']) p
                                        where has_table_privilege('audit.' || t, p)
                                        """)
                                .query((row, _) -> row.getString("may"))
                                .list())
                .isEmpty();
    }

    @Test
    void nobodyElseReadsTheTrail() {
        for (var token : List.of(administrator, street)) {
            assertThat(get(token, "/api/v1/audit")).hasStatus(403);
            assertThat(get(token, "/api/v1/audit/check")).hasStatus(403);
        }
        var local = accounts.tokenFor(Role.AUDITOR, TestDistrict.STREET_PATH, null);
        assertThat(get(local, "/api/v1/audit")).hasStatus(403);
        assertThat(left()).noneMatch(line -> line.startsWith("audit-read"));
    }

    @Test
    void badQuestionsAreRefused() {
        for (var query : List.of("limit=0", "from=yesterday", "cursor=x", "actor=a%20b")) {
            assertThat(get(auditor, "/api/v1/audit?" + query)).as(query).hasStatus(422);
        }
    }

    private static List<String> acts(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("act").asString()).toList();
    }

    private static Map<String, Object> token() {
        return Map.of("name", "script", "role", "viewer", "areaCode", "/");
    }

    private List<String> caseActs(String question) {
        return sql.sql(question).query((row, _) -> row.getString(1)).list();
    }

    private String reported() {
        var report =
                Map.of(
                        "text", "路灯不亮",
                        "matterCode", "12004",
                        "lon", TestDistrict.WEST_LON,
                        "lat", TestDistrict.LAT,
                        "source", "patrol");
        return send("POST", street, "/api/v1/reports", report).get("caseNo").asString();
    }

    /** What was recorded since the test began. */
    private List<String> left() {
        return sql.sql(
                        """
                        select act || ' ' || object || ' ' || result as line
                        from audit.event
                        where id > :before
                        order by id
                        """)
                .param("before", before)
                .query((row, _) -> row.getString("line"))
                .list();
    }

    private Cookie signIn(String code) {
        var opened =
                mvc.post()
                        .uri("/api/v1/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("code", code)))
                        .exchange();
        var cookie = opened.getResponse().getHeader("Set-Cookie");
        var named = cookie == null ? new String[] {"none", ""} : cookie.split("[=;]", 3);
        return new Cookie(named[0], named[1]);
    }

    private JsonNode send(String method, String token, String path, Map<String, ?> body) {
        var whole = new java.util.HashMap<String, Object>(body);
        whole.putIfAbsent("opId", UUID.randomUUID());
        return read(
                mvc.method(HttpMethod.valueOf(method))
                        .uri(path)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(whole))
                        .exchange());
    }

    private MvcTestResult get(String token, String uri) {
        return mvc.get()
                .uri(java.net.URI.create(uri))
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private JsonNode read(MvcTestResult result) {
        try {
            var body = result.getResponse().getContentAsString();
            return body.isEmpty() ? json.createObjectNode() : json.readTree(body);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
