package org.linli.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Accounts;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.cases.CaseKey;
import org.linli.cases.Cases;
import org.linli.cases.Contact;
import org.linli.cases.NewReport;
import org.linli.cases.Place;
import org.linli.cases.Placement;
import org.linli.cases.Source;
import org.linli.cases.StepRequest;
import org.linli.checks.DayDraw.Purpose;
import org.linli.checks.signs.Evidence;
import org.linli.checks.signs.Sign;
import org.linli.platform.geo.Position;
import org.linli.platform.log.FollowedLog;
import org.linli.platform.log.Followers;
import org.linli.platform.operation.Operations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the grid solved itself is drawn, given to somebody of another unit, and looked at. */
@LinliTest
class ChecksTests {

    private static final String LITTER = "11001";

    private static final String DRAWN =
            """
            select sampled from cases.case_file where case_no = :no
            """;

    private static final String ASSIGNEE =
            """
            select assignee from checks.task where case_no = :no and kind = 'check'
            """;

    private static final String OTHER =
            """
            select facts ->> 'other' from checks.review where case_no = :no and sign = 'same-words'
            """;

    private static final String TOLD =
            """
            select topic from notices.notice where case_no = :no and account_id like :account
            """;

    @Autowired private Cases cases;
    @Autowired private Accounts accounts;
    @Autowired private TestAccounts tokens;
    @Autowired private TestDistrict district;
    @Autowired private Operations operations;
    @Autowired private Followers followers;
    @Autowired private Checks checks;
    @Autowired private Draws draws;
    @Autowired private SignReviews reviews;
    @Autowired private DrawStore drawn;
    @Autowired private JdbcClient sql;
    @Autowired private JsonMapper json;
    @Autowired private MockMvcTester mvc;
    @Autowired private Clock clock;

    private Actor member = Actor.ANONYMOUS;
    private String lamps = "";

    @BeforeEach
    void theGridAndItsCheckers() {
        district.load();
        member = account("checks-member", post(Role.GRID_MEMBER, TestDistrict.WEST_PATH, null));
        var street = TestDistrict.STREET_PATH;
        account("checks-first", post(Role.CHECKER, street, null));
        account("checks-second", post(Role.CHECKER, street, null));
        account(
                "checks-neighbour",
                post(Role.CHECKER, street, null),
                post(Role.GRID_HEAD, TestDistrict.COMMUNITY_PATH, null));
    }

    @Test
    void whatIsDrawnGoesByTurnsToCheckersWhoDoNotWorkInTheCommunity() {
        var first = assignee(nextDrawn());
        var second = assignee(nextDrawn());

        assertThat(List.of(first, second))
                .containsExactlyInAnyOrder("staff:checks-first", "staff:checks-second");
        assertThat(assignee(nextDrawn())).isEqualTo(first);
    }

    @Test
    void aDrawnCaseWaitsForItsCheckerAndWhatTheyFindCountsWithItsInterval() {
        var caseNo = nextDrawn();
        var checker = accounts.actor(assignee(caseNo));
        assertThat(waiting(checker)).contains(caseNo);
        assertThat(told(checker.id(), caseNo)).containsExactly("check-assigned");
        assertThat(waiting(member)).isEmpty();
        var before = quality();

        take(checker, caseNo, Map.of("step", "rework", "reason", "垃圾还在"));

        assertThat(waiting(checker)).doesNotContain(caseNo);
        assertThat(state(caseNo)).isEqualTo("FILED");
        var after = quality();
        assertThat(after.get("checked").asLong()).isEqualTo(before.get("checked").asLong() + 1);
        assertThat(after.get("solved").asLong()).isEqualTo(before.get("solved").asLong());
        assertThat(after.get("low").asDouble()).isLessThan(after.get("high").asDouble());
    }

    @Test
    void whatWasGivenToACheckerWhoseAccountIsClosedIsThereForTheOthers() {
        var caseNo = nextDrawn();
        var checker = assignee(caseNo);
        var other =
                accounts.actor(
                        checker.endsWith("first") ? "staff:checks-second" : "staff:checks-first");
        assertThat(forAnybody(other)).doesNotContain(caseNo);

        accounts.close(checker);

        assertThat(forAnybody(other)).contains(caseNo);
        assertThat(waiting(other)).doesNotContain(caseNo);
    }

    @Test
    void whereNothingWasCheckedThereIsNoShare() {
        var none = asked(Role.VIEWER, "/checks/quality?from=2001-01-01&to=2001-01-31").get(0);

        assertThat(none.get("checked").asLong()).isZero();
        assertThat(none.get("share").isNull()).isTrue();
    }

    @Test
    void theHashOfASeedIsToldBeforeItsDayAndTheSeedOnlyAfterwards() {
        draws.keep();

        var tomorrow = draws.day(clock.instant()).plusDays(1);
        var told =
                asked(Role.VIEWER, "/draws")
                        .valueStream()
                        .filter(one -> one.get("day").asString().equals(tomorrow.toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(told.get("commitment").asString()).hasSize(64);
        assertThat(told.get("seed").isNull()).isTrue();
    }

    @Test
    void aSeedThatDoesNotFitItsHashIsRefused() {
        var day = LocalDate.of(2001, 1, 1);
        var draw = new DayDraw(day, new byte[] {1}, new SampleRates(Map.of(), 0.01));
        drawn.commit(draw, "test", clock.instant());

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> drawn.reveal(day, "test", new byte[] {2}));
        drawn.reveal(day, "test", new byte[] {1});
        assertThat(asked(Role.VIEWER, "/draws/2001-01-01").at("/draws/0/seed").asString())
                .isEqualTo(HexFormat.of().formatHex(new byte[] {1}));
    }

    @Test
    void aSupervisorSeesTheCasesOfTheAreaAndWhatTheyFindOtherwiseComesBeforeAnother() {
        var caseNo = closed();
        caughtUp();
        var supervisor = tokens.tokenFor(Role.GRID_SUPERVISOR, TestDistrict.COMMUNITY_PATH, null);
        assertThat(get(supervisor, "/cases/" + caseNo)).hasStatusOk();
        var elsewhere = tokens.tokenFor(Role.GRID_SUPERVISOR, TestDistrict.EAST_PATH, null);
        assertThat(get(elsewhere, "/cases/" + caseNo)).hasStatus(404);

        var visit = Map.of("caseNo", caseNo, "seen", "垃圾还在原处", "agrees", false);
        assertThat(post(elsewhere, "/checks/visits", visit)).hasStatus(404);
        assertThat(post(supervisor, "/checks/visits", visit)).hasStatus(201);

        assertThat(read(get(supervisor, "/checks/visits")).findValuesAsString("caseNo"))
                .contains(caseNo);
        var review = review(Role.SHIFT_LEADER, caseNo, "seen-otherwise");
        assertThat(review.get("signZh").asString()).contains("督导员");
        assertThat(told(member.id(), caseNo)).contains("sign-raised");
        assertThat(review.toString()).doesNotContain(member.id());
    }

    @Test
    void whoIsConcernedAnswersASignAndAnotherDecidesOnce() {
        var caseNo = handledInSeconds();
        caughtUp();
        var review = review(Role.SHIFT_LEADER, caseNo, "impossible-times");
        assertThat(told(caseNo)).contains("sign-raised").doesNotContain("sign-decided");
        var address = "/sign-reviews/" + review.get("id").asString();
        var handler = tokens.tokenFor(Role.UNIT_HANDLER, TestDistrict.COUNTY_PATH, "T-LIGHTS");
        assertThat(post(handler, address + "/answer", Map.of("answer", "不是我办的"))).hasStatus(404);
        assertThat(post(lamps, address + "/answer", Map.of("answer", "接单前已修好"))).hasStatusOk();
        assertThat(post(lamps, address + "/outcome", Map.of("outcome", "nothing", "reason", "-")))
                .hasStatus(403);

        var leader = tokens.tokenFor(Role.SHIFT_LEADER, TestDistrict.STREET_PATH, null);
        var verdict = Map.of("outcome", "nothing", "reason", "修理记录相符");
        assertThat(post(leader, address + "/outcome", verdict)).hasStatusOk();
        assertThat(post(leader, address + "/outcome", verdict)).hasStatus(409);
        assertThat(told(caseNo)).contains("sign-decided");
        assertThat(read(get(lamps, "/sign-reviews/own")).toString())
                .contains("修理记录相符")
                .contains("接单前已修好");
    }

    @Test
    void aSignNamesTheOtherCaseByItsNumber() {
        var caseNo = reported(Actor.ANONYMOUS, null);
        var other = reported(Actor.ANONYMOUS, null);
        var evidence = new Evidence(key(caseNo), Sign.SAME_WORDS, Map.of("other", key(other).id()));
        assertThat(reviews.raise(evidence)).isTrue();

        assertThat(sql.sql(OTHER).param("no", caseNo).query(String.class).list())
                .containsExactly(other);
    }

    private CaseKey key(String caseNo) {
        var id =
                sql.sql("select id from cases.case_file where case_no = :no")
                        .param("no", caseNo)
                        .query(Long.class)
                        .single();
        return new CaseKey(TestDistrict.COUNTY, id);
    }

    /** A lamp that a unit had repaired before it was told to. */
    private String handledInSeconds() {
        lamps = tokens.tokenFor(Role.UNIT_HANDLER, TestDistrict.COUNTY_PATH, TestDistrict.LIGHTS);
        var office = tokens.tokenFor(Role.STREET_DISPATCHER, TestDistrict.STREET_PATH, null);
        var caseNo = reported(Actor.ANONYMOUS, null);
        step(office, caseNo, 1, Map.of("step", "file", "matterCode", "12004"));
        step(office, caseNo, 2, Map.of("step", "dispatch", "unitCode", TestDistrict.LIGHTS));
        step(lamps, caseNo, 3, Map.of("step", "handle", "answer", "已修好"));
        return caseNo;
    }

    private void step(String token, String caseNo, int version, Map<String, ?> said) {
        var body = new HashMap<String, Object>(said);
        body.put("version", version);
        assertThat(post(token, "/cases/" + caseNo + "/steps", body)).hasStatusOk();
    }

    private JsonNode review(Role role, String caseNo, String sign) {
        return asked(role, "/sign-reviews")
                .valueStream()
                .filter(one -> one.get("caseNo").asString().equals(caseNo))
                .filter(one -> one.get("sign").asString().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    /** The number of a case the grid closed itself that is drawn: one in twenty is. */
    private String nextDrawn() {
        return Stream.generate(this::closed)
                .limit(600)
                .filter(no -> sql.sql(DRAWN).param("no", no).query(Boolean.class).single())
                .findFirst()
                .orElseThrow();
    }

    private String closed() {
        return reported(member, new NewReport.Solved("已清理"));
    }

    private String reported(Actor actor, NewReport.@Nullable Solved solved) {
        var place =
                new Place(
                        Placement.PLACED,
                        new Position(TestDistrict.WEST_LON, TestDistrict.LAT),
                        TestDistrict.COUNTY,
                        TestDistrict.WEST,
                        TestDistrict.WEST_PATH,
                        "灯塔路");
        var source = solved == null ? Source.RESIDENT : Source.PATROL;
        var report =
                new NewReport(
                        source,
                        "路口有垃圾",
                        solved == null ? null : LITTER,
                        null,
                        place,
                        Contact.NONE,
                        List.of(),
                        null,
                        null,
                        solved,
                        null);
        var operation = operations.of(actor.id(), UUID.randomUUID(), "");
        var answer = new String[1];
        AccessContext.of(actor)
                .run(() -> answer[0] = cases.report(actor, () -> report, operation).body());
        return json.readTree(answer[0]).get("caseNo").asString();
    }

    private String assignee(String caseNo) {
        caughtUp();
        return sql.sql(ASSIGNEE).param("no", caseNo).query(String.class).single();
    }

    /** The topics of what somebody was told about a case. */
    private List<String> told(String account, String caseNo) {
        return sql.sql(TOLD)
                .param("no", caseNo)
                .param("account", account)
                .query((row, _) -> row.getString("topic"))
                .list();
    }

    private List<String> told(String caseNo) {
        return told("%", caseNo);
    }

    private List<String> waiting(Actor actor) {
        return waiting(actor, Checks.Drawn::assigned);
    }

    private List<String> forAnybody(Actor actor) {
        return waiting(actor, drawn -> !drawn.assigned());
    }

    private List<String> waiting(Actor actor, Predicate<Checks.Drawn> which) {
        caughtUp();
        return AccessContext.of(actor)
                .call(() ->
                        checks.waiting(actor, Purpose.CHECK).stream()
                                .filter(which)
                                .map(one -> json.valueToTree(one.item()).get("caseNo").asString())
                                .toList());
    }

    private void take(Actor actor, String caseNo, Map<String, ?> said) {
        var body = new HashMap<String, Object>(said);
        body.put("version", 2);
        var request = json.convertValue(body, StepRequest.class);
        var operation = operations.of(actor.id(), UUID.randomUUID(), body);
        AccessContext.of(actor).run(() -> cases.take(actor, caseNo, request, operation));
        caughtUp();
    }

    private void caughtUp() {
        FollowedLog.catchUp(followers, "checks.tasks");
        FollowedLog.catchUp(followers, "checks.signs");
    }

    private JsonNode quality() {
        return asked(Role.VIEWER, "/checks/quality?area=" + TestDistrict.COUNTY).get(0);
    }

    private String state(String caseNo) {
        return asked(Role.VIEWER, "/cases/" + caseNo).get("state").asString();
    }

    private JsonNode asked(Role role, String uri) {
        var result = get(tokens.tokenFor(role, TestDistrict.COUNTY_PATH, null), uri);
        assertThat(result).hasStatusOk();
        return read(result);
    }

    private MvcTestResult get(String token, String uri) {
        return mvc.get().uri("/api/v1" + uri).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult post(String token, String uri, Map<String, ?> said) {
        var body = new HashMap<String, Object>(said);
        body.put("opId", UUID.randomUUID());
        return mvc.post()
                .uri("/api/v1" + uri)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    private JsonNode read(MvcTestResult result) {
        return json.readTree(
                new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private Actor account(String name, Post... posts) {
        var id = "staff:" + name;
        accounts.ensure(id, name);
        accounts.setPosts(id, List.of(posts));
        return accounts.actor(id);
    }

    private static Post post(Role role, String path, @Nullable String unit) {
        var codes = path.substring(1, path.length() - 1);
        return new Post(role, codes.substring(codes.lastIndexOf('/') + 1), path, unit);
    }
}
