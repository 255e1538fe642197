package org.linli.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.access.Post;
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

/** Asked for by one, agreed to by the other, signed by both, and read by nobody else. */
@LinliTest
class MediationTests {

    private static final String ALL = "/api/v1/mediations";
    private static final String SECRET = "半夜敲暖气管";
    private static final String TEXT = "晚十点后不再敲暖气管；每周六一起打扫楼道。";

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private TestDistrict district;
    @Autowired private JdbcClient sql;
    @Autowired private JsonMapper json;
    @Autowired private PaperEnding ending;

    /** Whoever has no account is counted by where they come from. */
    private final String address = "10.9.8." + ThreadLocalRandom.current().nextInt(1, 255);

    private String mediator = "";
    private String id = "";
    private String applicant = "";

    @BeforeEach
    void somebodyAsksForAMediation() {
        district.load();
        mediator = accounts.tokenFor(Role.GRID_HEAD, TestDistrict.COMMUNITY_PATH, null);
        var asked = post(201, "", ALL, application());
        id = asked.get("id").asString();
        applicant = asked.get("code").asString();
    }

    @Test
    void bothSignTheSameTextWithTheirOwnCodes() {
        var other = open();
        lead("offer", Map.of("agreement", TEXT));
        var hash = own(applicant).get("agreementHash").asString();

        party(200, applicant, "sign", Map.of("agreementHash", hash));
        assertThat(strings(own(other), "signed")).containsExactly("applicant");
        var signed = party(200, other, "sign", Map.of("agreementHash", hash));

        assertThat(signed.get("state").asString()).isEqualTo("SIGNED");
        assertThat(own(other).get("agreement").asString()).isEqualTo(TEXT);
        lead("follow-up", Map.of("said", "两家都说安静多了"));
        assertThat(own(applicant).get("state").asString()).isEqualTo("FOLLOWED_UP");
    }

    @Test
    void aSignatureHoldsForTheTextThatWasReadAlone() {
        var other = open();
        lead("offer", Map.of("agreement", TEXT));
        var hash = own(applicant).get("agreementHash").asString();
        party(200, applicant, "sign", Map.of("agreementHash", hash));

        lead("offer", Map.of("agreement", TEXT + "赔偿一千元。"));

        assertThat(strings(own(applicant), "signed")).isEmpty();
        var refused = party(409, other, "sign", Map.of("agreementHash", hash));
        assertThat(refused.get("type").asString()).isEqualTo("/problems/mediation/other-text");
    }

    @Test
    void withoutTheOthersWillThereIsNoneAndNoReasonIsAsked() {
        var other = invited();

        party(409, applicant, "agree", Map.of());
        party(200, other, "decline", Map.of());

        var over = own(applicant);
        assertThat(over.get("state").asString()).isEqualTo("NOT_AGREED");
        assertThat(strings(over, "steps")).isEmpty();
        assertThat(over.get("entries").findValuesAsString("said")).containsOnly("");
    }

    @Test
    void whatCannotBeDoneIsToldInWordsInBothLanguages() {
        for (var state : MediationState.values()) {
            var told = new StepNotAllowed("follow-up", state).told();
            assertThat(Words.say(told, Locale.CHINESE)).contains("记下回访").doesNotContain("_");
            assertThat(Words.say(told, Locale.ENGLISH)).doesNotContain(state.name());
        }
        var refused = party(409, applicant, "sign", Map.of("agreementHash", "x"));
        assertThat(refused.get("detail").asString()).contains("等人接手", "签字");
    }

    @Test
    void eitherLeavesAtAnyTime() {
        party(200, applicant, "withdraw", Map.of());
        assertThat(own(applicant).get("state").asString()).isEqualTo("WITHDRAWN");
        somebodyAsksForAMediation();
        var other = open();
        lead("offer", Map.of("agreement", TEXT));

        party(200, other, "withdraw", Map.of());

        assertThat(own(applicant).get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(strings(own(applicant), "steps")).isEmpty();
    }

    @Test
    void whereNoAgreementIsFoundTheyAreShownAnotherRoad() {
        open();
        lead("session", Map.of("said", "各说各的"));

        lead("guide", Map.of("road", "court", "said", "可以到基层法院起诉"));

        assertThat(own(applicant).get("road").asString()).isEqualTo("court");
    }

    @Test
    void theOfficeSeesThatOneWaitsAndNothingElse() {
        var street = accounts.tokenFor(Role.STREET_DISPATCHER, TestDistrict.STREET_PATH, null);

        var waiting = get(200, street, ALL + "/waiting");

        assertThat(waiting.valueStream())
                .filteredOn(one -> one.get("id").asString().equals(id))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.propertyNames())
                                .containsExactlyInAnyOrder("id", "cell", "cellName", "appliedOn"));
        assertThat(waiting.toString()).doesNotContain(SECRET, "赵大", "钱二");
        get(404, street, ALL + "/" + id);
    }

    @Test
    void nobodyButTheMediatorAndThePartiesReadsIt() {
        open();
        for (var role : Role.values()) {
            var unit = role == Role.UNIT_HANDLER ? TestDistrict.LIGHTS : null;
            var somebody = accounts.tokenFor(role, TestDistrict.COUNTY_PATH, unit);
            var answer =
                    mvc.get()
                            .uri(ALL + "/" + id)
                            .header("Authorization", "Bearer " + somebody)
                            .exchange();
            assertThat(answer.getResponse().getStatus()).as(role.code()).isIn(403, 404);
        }
        assertThat(get(200, mediator, ALL + "/" + id).get("about").asString()).contains(SECRET);
        assertThat(get(200, mediator, ALL).toString()).contains(SECRET, "赵大", "钱二");
        get(404, "", ALL + "/own/" + UUID.randomUUID());
    }

    @Test
    void theDatabaseShowsItsRowToItsMediatorAlone() {
        open();
        for (var role : List.of(Role.DISTRICT_LEADER, Role.ADMINISTRATOR, Role.GRID_SUPERVISOR)) {
            var post = new Post(role, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, null);
            var somebody = new Actor("staff:" + role.code(), "", List.of(post));
            assertThat(AccessContext.of(somebody).call(this::rows)).isZero();
        }
        assertThat(AccessContext.asSystem("test", this::rows)).isEqualTo(1);
    }

    @Test
    void whatIsSaidLiesSealed() {
        var other = open();
        party(200, other, "tell", Map.of("said", "我只是在修暖气"));

        var kept =
                AccessContext.asSystem(
                        "test",
                        () ->
                                sql.sql("select papers from mediation.mediation where id = :id")
                                        .param("id", UUID.fromString(id))
                                        .query(String.class)
                                        .single());

        assertThat(kept).startsWith("v1|").doesNotContain(SECRET, "修暖气", "赵大");
        assertThat(own(applicant).get("entries").findValuesAsString("said")).contains("我只是在修暖气");
    }

    @Test
    void aCodeIsKeptAsItsHashAndAnInvitationIsUsedOnce() {
        post(200, mediator, ALL + "/" + id + "/taking", Map.of());
        var invitation = invitation();
        get(404, "", ALL + "/own/" + invitation);

        var code = redeemed(201, invitation).get("code").asString();

        redeemed(404, invitation);
        assertThat(own(code).get("side").asString()).isEqualTo("other");
        assertThat(code).isNotEqualTo(invitation);
    }

    @Test
    void anInvitationThatSeveralUseAtOnceIsACodeForOneOfThem() {
        post(200, mediator, ALL + "/" + id + "/taking", Map.of());
        var invitation = invitation();

        var told = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Stream.generate(() -> body(Map.of("invitation", invitation)))
                    .limit(4)
                    .map(body ->
                            CompletableFuture.supplyAsync(
                                    () -> ask(HttpMethod.POST, "", ALL + "/codes", body), threads))
                    .toList()
                    .forEach(one -> told.add(one.join().getResponse().getStatus()));
        }

        assertThat(told).containsExactlyInAnyOrder(201, 404, 404, 404);
    }

    @Test
    void whoHasItWrittenDownGetsACodeThatNobodyElseKnows() {
        var member = accounts.tokenFor(Role.GRID_MEMBER, TestDistrict.WEST_PATH, null);
        var asked = post(201, member, ALL, application());
        assertThat(asked.get("invitation").asBoolean()).isTrue();

        var own = redeemed(201, asked.get("code").asString()).get("code").asString();

        assertThat(own(own).get("side").asString()).isEqualTo("applicant");
        get(403, member, ALL + "/" + asked.get("id").asString());
    }

    @Test
    void nobodyTakesWhatSomebodyElseHasTaken() {
        post(200, mediator, ALL + "/" + id + "/taking", Map.of());
        var colleague = accounts.tokenFor(Role.GRID_HEAD, TestDistrict.COMMUNITY_PATH, null);

        post(409, colleague, ALL + "/" + id + "/taking", Map.of());
        get(404, colleague, ALL + "/" + id);
    }

    @Test
    void papersAreErasedInTimeAndTheCodesWithThem() {
        party(200, applicant, "withdraw", Map.of());
        ending.erase();
        assertThat(own(applicant).get("state").asString()).isEqualTo("WITHDRAWN");

        AccessContext.asSystem(
                "test",
                () ->
                        sql.sql(
                                        """
                                        update mediation.mediation
                                        set erase_at = erase_at - interval '30 days 1 hour'
                                        where id = :id
                                        """)
                                .param("id", UUID.fromString(id))
                                .update());
        ending.erase();

        get(404, "", ALL + "/own/" + applicant);
    }

    @Test
    void theDatabaseTakesNoSignatureOfAnotherText() {
        open();
        lead("offer", Map.of("agreement", TEXT));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() ->
                        AccessContext.asSystem(
                                "test",
                                () ->
                                        sql.sql(
                                                        """
                                                        update mediation.mediation
                                                        set other_signed = 'another'
                                                        where id = :id
                                                        """)
                                                .param("id", UUID.fromString(id))
                                                .update()));
    }

    /** Both want it, and the mediator has taken it in; the code of the other one. */
    private String open() {
        var other = invited();
        party(200, other, "agree", Map.of());
        lead("accept", Map.of());
        return other;
    }

    private String invited() {
        post(200, mediator, ALL + "/" + id + "/taking", Map.of());
        return redeemed(201, invitation()).get("code").asString();
    }

    private String invitation() {
        var path = ALL + "/" + id + "/invitations";
        return post(201, mediator, path, Map.of()).get("code").asString();
    }

    private JsonNode redeemed(int status, String invitation) {
        return post(status, "", ALL + "/codes", Map.of("invitation", invitation));
    }

    private JsonNode lead(String step, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("step", step);
        body.put("version", get(200, mediator, ALL + "/" + id).get("version").asInt());
        return post(200, mediator, ALL + "/" + id + "/steps", body);
    }

    private JsonNode party(int status, String code, String step, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("step", step);
        return post(status, "", ALL + "/own/" + code + "/steps", body);
    }

    private JsonNode own(String code) {
        return get(200, "", ALL + "/own/" + code);
    }

    private static List<String> strings(JsonNode node, String field) {
        var strings = new ArrayList<String>();
        node.get(field).valueStream().map(JsonNode::asString).forEach(strings::add);
        return strings;
    }

    private static Map<String, Object> application() {
        return Map.of(
                "lon", TestDistrict.WEST_LON,
                "lat", TestDistrict.LAT,
                "about", "楼上" + SECRET,
                "name", "赵大",
                "contact", "三号楼 201",
                "otherName", "钱二",
                "otherContact", "三号楼 301");
    }

    private int rows() {
        return sql.sql("select count(*) from mediation.mediation where id = :id")
                .param("id", UUID.fromString(id))
                .query(Integer.class)
                .single();
    }

    private JsonNode post(int status, String token, String uri, Map<String, ?> more) {
        return send(status, HttpMethod.POST, token, uri, body(more));
    }

    private String body(Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("opId", UUID.randomUUID());
        return json.writeValueAsString(body);
    }

    private JsonNode get(int status, String token, String uri) {
        return send(status, HttpMethod.GET, token, uri, null);
    }

    private JsonNode send(
            int status, HttpMethod method, String token, String uri, @Nullable String body) {
        var response = ask(method, token, uri, body).getResponse();
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        return json.readTree(text);
    }

    private MvcTestResult ask(HttpMethod method, String token, String uri, @Nullable String body) {
        var request = mvc.method(method).uri(uri).remoteAddress(address);
        if (!token.isEmpty()) {
            request = request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }
}
