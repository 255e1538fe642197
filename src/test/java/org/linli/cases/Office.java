package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.geo.Position;
import org.linli.platform.operation.Operations;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people around a case in the western cell, one for each role, acting through the API. Made
 * only where a test asks for them: a command that is tested has no API.
 */
@Lazy
@Component
public class Office {

    public static final String LAMP = "12004";

    /** The second unit's handler. */
    public static final String CLEANER = "cleaner";

    private final MockMvcTester mvc;
    private final TestAccounts accounts;
    private final TestDistrict district;
    private final Cases cases;
    private final Operations operations;
    private final JsonMapper json;
    private final Map<String, String> tokens = new HashMap<>();

    Office(
            MockMvcTester mvc,
            TestAccounts accounts,
            TestDistrict district,
            Cases cases,
            Operations operations,
            JsonMapper json) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.district = district;
        this.cases = cases;
        this.operations = operations;
        this.json = json;
    }

    /** The token of the one who holds a role where the case lies. */
    public String token(Role role) {
        return tokens.computeIfAbsent(role.code(), _ -> newcomer(role));
    }

    /** The token of another who holds the same role there. */
    String newcomer(Role role) {
        var unit = role == Role.UNIT_HANDLER ? TestDistrict.LIGHTS : null;
        var path =
                switch (role) {
                    case GRID_MEMBER -> TestDistrict.WEST_PATH;
                    case GRID_HEAD -> TestDistrict.COMMUNITY_PATH;
                    case UNIT_HANDLER, DISTRICT_DISPATCHER, DISTRICT_LEADER ->
                            TestDistrict.COUNTY_PATH;
                    default -> TestDistrict.STREET_PATH;
                };
        return accounts.tokenFor(role, path, unit);
    }

    private String token(String who) {
        return who.equals(CLEANER)
                ? tokens.computeIfAbsent(
                        who,
                        _ ->
                                accounts.tokenFor(
                                        Role.UNIT_HANDLER,
                                        TestDistrict.COUNTY_PATH,
                                        TestDistrict.CLEANING))
                : who;
    }

    /** The receipt of a resident's report of a dark lamp. */
    public JsonNode reported() {
        return reported(Actor.ANONYMOUS, null, "门口的灯黑了", null);
    }

    /** The receipt of a resident who asks for something. */
    public JsonNode asked(String matter, String text) {
        return reported(Actor.ANONYMOUS, matter, text, null);
    }

    /**
     * The receipt of a report.
     *
     * @param solved what was done about it in the same act; null for nothing
     */
    JsonNode reported(
            Actor by, @Nullable String matter, String text, NewReport.@Nullable Solved solved) {
        return reported(by, matter, text, solved, Contact.NONE, null);
    }

    /**
     * The receipt of a resident who left word how to be reached.
     *
     * @param at when they saw it; null for now
     */
    public JsonNode reportedByName(@Nullable Instant at) {
        var contact = new Contact("", "", "resident@example.org");
        return reported(Actor.ANONYMOUS, null, "门口的灯黑了", null, contact, at);
    }

    private JsonNode reported(
            Actor by,
            @Nullable String matter,
            String text,
            NewReport.@Nullable Solved solved,
            Contact contact,
            @Nullable Instant at) {
        district.load();
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
                        matter,
                        null,
                        place,
                        contact,
                        List.of(),
                        null,
                        null,
                        solved,
                        at);
        var operation = operations.of(by.id(), UUID.randomUUID(), "");
        return json.readTree(
                by.isAnonymous()
                        ? cases.report(by, () -> report, operation).body()
                        : AccessContext.of(by)
                                .call(() -> cases.report(by, () -> report, operation).body()));
    }

    /** The number of a case that a unit has been given. */
    public String dispatched(String unit) {
        return dispatched(reported().get("caseNo").asString(), unit);
    }

    public String dispatched(String caseNo, String unit) {
        take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", LAMP));
        take(Role.STREET_DISPATCHER, caseNo, "dispatch", Map.of("unitCode", unit));
        return caseNo;
    }

    /**
     * The receipt of a report whose case a unit has solved, in the eyes of all but the reporter.
     */
    JsonNode solved(String unit) {
        var receipt = reported();
        var caseNo = dispatched(receipt.get("caseNo").asString(), unit);
        take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "修好了"));
        take(Role.CHECKER, caseNo, "check", Map.of());
        take(Role.STREET_DISPATCHER, caseNo, "close", Map.of());
        return receipt;
    }

    /** The reporter says that it is not solved. */
    void reopen(JsonNode receipt) {
        var result = byCode(receipt, Map.of("step", "reopen", "reason", "又黑了"));
        assertThat(result).as(text(result)).hasStatusOk();
    }

    /** A step of whoever holds the code of a receipt. */
    MvcTestResult byCode(JsonNode receipt, Map<String, ?> step) {
        var body = new HashMap<String, Object>(step);
        body.put("opId", UUID.randomUUID());
        return mvc.post()
                .uri("/api/v1/tracking/{code}/steps", receipt.get("trackingCode").asString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    public JsonNode take(Role role, String caseNo, String step, Map<String, ?> more) {
        return as(token(role), caseNo, step, more);
    }

    public JsonNode as(String who, String caseNo, String step, Map<String, ?> more) {
        var result = send(token(who), caseNo, step, more);
        assertThat(result).as("%s: %s", step, text(result)).hasStatusOk();
        return json.readTree(text(result));
    }

    JsonNode refused(
            Role role,
            String caseNo,
            String step,
            Map<String, ?> more,
            int status,
            String problem) {
        return refused(token(role), caseNo, step, more, status, problem);
    }

    JsonNode refused(
            String who,
            String caseNo,
            String step,
            Map<String, ?> more,
            int status,
            String problem) {
        var result = send(token(who), caseNo, step, more);
        assertThat(result).as("%s: %s", step, text(result)).hasStatus(status);
        var told = json.readTree(text(result));
        assertThat(told.get("type").asString()).isEqualTo("/problems/" + problem);
        return told;
    }

    private MvcTestResult send(String token, String caseNo, String step, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("opId", UUID.randomUUID());
        body.put("step", step);
        body.put("version", seen(Role.STREET_DISPATCHER, caseNo).get("version").asInt());
        return mvc.post()
                .uri("/api/v1/cases/{caseNo}/steps", caseNo)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    List<String> steps(Role role, String caseNo) {
        return seen(role, caseNo).get("steps").valueStream().map(JsonNode::asString).toList();
    }

    JsonNode seen(Role role, String caseNo) {
        var result = get(role, "/api/v1/cases/" + caseNo);
        assertThat(result).hasStatusOk();
        return json.readTree(text(result));
    }

    /** The numbers of the cases on the first page of a list. */
    List<String> listed(Role role, String query) {
        var result = get(role, "/api/v1/cases?limit=200&" + query);
        assertThat(result).hasStatusOk();
        return json.readTree(text(result)).get("items").findValuesAsString("caseNo");
    }

    /** What an open route answers. */
    JsonNode asked(String uri) {
        var result = mvc.get().uri(uri).exchange();
        assertThat(result).hasStatusOk();
        return json.readTree(text(result));
    }

    /** Takes a step as somebody whom no token stands for. */
    void take(Actor actor, String caseNo, Map<String, ?> step) {
        var body = new HashMap<String, Object>(step);
        body.put("version", seen(Role.STREET_DISPATCHER, caseNo).get("version").asInt());
        var request = json.convertValue(body, StepRequest.class);
        var operation = operations.of(actor.id(), UUID.randomUUID(), body);
        AccessContext.of(actor).run(() -> cases.take(actor, caseNo, request, operation));
    }

    MvcTestResult get(Role role, String uri) {
        return get(token(role), uri);
    }

    MvcTestResult get(String who, String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token(who)).exchange();
    }

    static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
