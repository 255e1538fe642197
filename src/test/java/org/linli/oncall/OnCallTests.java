package org.linli.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.calendar.Calendar;
import org.linli.cases.CaseKey;
import org.linli.cases.LoggedEvent;
import org.linli.platform.log.FollowedLog;
import org.linli.platform.log.Followers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What cannot wait goes to whoever is on call, and to the next until somebody takes it. */
@LinliTest
class OnCallTests {

    private static final String GAS = "17006";
    private static final String FIRST = "staff:T-CALL1";
    private static final String SECOND = "staff:T-CALL2";
    private static final String LEADER = "staff:T-CALL-LEADER";
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Autowired private TestDistrict district;
    @Autowired private Accounts accounts;
    @Autowired private TestAccounts callers;
    @Autowired private UrgentOrders orders;
    @Autowired private Calls calls;
    @Autowired private HeardCalls heard;
    @Autowired private Followers followers;
    @Autowired private Calendar calendar;
    @Autowired private MockMvcTester mvc;
    @Autowired private JsonMapper json;
    @Autowired private JdbcClient sql;

    private String dispatcher = "";
    private String handler = "";
    private String leader = "";

    @BeforeEach
    void twoOfTheUnitAndAShiftLeaderAreOnCall() {
        district.load();
        dispatcher = callers.tokenFor(Role.STREET_DISPATCHER, TestDistrict.STREET_PATH, null);
        leader = callers.tokenFor(Role.SHIFT_LEADER, TestDistrict.STREET_PATH, null);
        handler =
                callers.tokenFor(Role.UNIT_HANDLER, TestDistrict.COUNTY_PATH, TestDistrict.LIGHTS);
        person(FIRST, Role.UNIT_HANDLER, TestDistrict.LIGHTS);
        person(SECOND, Role.UNIT_HANDLER, TestDistrict.LIGHTS);
        person(LEADER, Role.SHIFT_LEADER, null);
        roster(handler, TestDistrict.LIGHTS, List.of(FIRST, SECOND));
        roster(leader, TestDistrict.STREET, List.of(LEADER));
    }

    @Test
    void whoIsSilentForTenMinutesIsFollowedByTheNextAndThenByTheShiftLeader() throws Exception {
        var caseNo = smellOfGas();
        var first = called(caseNo);
        assertThat(heard.of(caseNo)).containsExactly(FIRST);
        assertThat(shown(caseNo).get("calls").findValuesAsString("name")).containsExactly("首值");

        make(first.plus(TEN_MINUTES).minusSeconds(1));
        assertThat(heard.of(caseNo)).containsExactly(FIRST);
        together(4, () -> make(first.plus(TEN_MINUTES)));
        assertThat(heard.of(caseNo)).containsExactly(FIRST, SECOND);
        make(first.plus(TEN_MINUTES.multipliedBy(2)));
        make(first.plus(TEN_MINUTES.multipliedBy(3)));

        assertThat(heard.of(caseNo)).containsExactly(FIRST, SECOND, LEADER);
        assertThat(told(caseNo))
                .contains("called " + FIRST, "called " + SECOND, "called " + LEADER)
                .contains("unanswered " + LEADER);
        assertThat(shown(caseNo).get("nobodyAt").isNull()).isFalse();
        assertThat(shown(caseNo).get("calls").findValuesAsString("holder"))
                .containsExactly(TestDistrict.LIGHTS, TestDistrict.LIGHTS, TestDistrict.STREET);
    }

    @Test
    void whoeverTakesItEndsTheCalls() {
        var caseNo = smellOfGas();
        var first = called(caseNo);
        step(handler, caseNo, "take", Map.of());
        followed();

        make(first.plus(TEN_MINUTES));
        assertThat(heard.of(caseNo)).containsExactly(FIRST);
        assertThat(read(get(dispatcher, "/api/v1/oncall/orders")).findValuesAsString("caseNo"))
                .doesNotContain(caseNo);
    }

    @Test
    void whoeverIsOffDutyIsNotCalled() {
        roster(handler, TestDistrict.LIGHTS, List.of());
        var caseNo = smellOfGas();
        called(caseNo);

        assertThat(heard.of(caseNo)).containsExactly(LEADER);
    }

    @Test
    void whatIsGivenWhileNobodySitsAtADeskIsUrgentWhateverItsLimit() {
        var saturday = event(1, "2025-03-15T22:00", "dispatch", "DISPATCHED");
        var sunday = event(3, "2025-03-16T22:00", "dispatch-again", "DISPATCHED");
        var monday = event(2, "2025-03-17T10:00", "dispatch", "DISPATCHED");
        follow(saturday, sunday, monday);

        assertThat(hours("2025-03-15", "2025-03-15")).hasSize(1);
        assertThat(hours("2025-03-16", "2025-03-16")).hasSize(1);
        assertThat(hours("2025-03-17", "2025-03-17")).isEmpty();
    }

    @Test
    void wherePeopleWaitedForAnAnswerIsToldByStreetAndHourAndOfNobody() {
        follow(
                event(11, "2025-03-22T22:05", "dispatch", "DISPATCHED"),
                event(11, "2025-03-22T22:10", "take", "DISPATCHED"),
                event(12, "2025-03-22T22:30", "dispatch", "DISPATCHED"),
                event(12, "2025-03-22T22:50", "take", "DISPATCHED"),
                event(13, "2025-03-22T22:59", "dispatch", "DISPATCHED"),
                event(14, "2025-03-22T22:40", "dispatch", "DISPATCHED"),
                event(14, "2025-03-22T22:45", "merge", "MERGED"));

        var hour = hours("2025-03-22", "2025-03-22").getFirst();
        assertThat(hour.propertyNames())
                .containsExactlyInAnyOrder(
                        "streetCode", "streetName", "weekday", "hour", "unanswered", "orders");
        assertThat(hour.get("streetCode").asString()).isEqualTo(TestDistrict.STREET);
        assertThat(hour.get("weekday").asInt()).isEqualTo(6);
        assertThat(hour.get("hour").asInt()).isEqualTo(22);
        assertThat(hour.get("orders").asInt()).isEqualTo(3);
        assertThat(hour.get("unanswered").asInt()).isEqualTo(2);
    }

    @Test
    void whoeverMayNotSeeTheCasesSeesNoneOfIt() {
        var caseNo = smellOfGas();
        called(caseNo);
        var elsewhere = callers.tokenFor(Role.STREET_DISPATCHER, "/990000/990900/", null);

        assertThat(read(get(elsewhere, "/api/v1/oncall/orders")).findValuesAsString("caseNo"))
                .doesNotContain(caseNo);
        assertThat(read(get(dispatcher, "/api/v1/oncall/orders")).findValuesAsString("caseNo"))
                .contains(caseNo);
        assertThat(get(handler, "/api/v1/oncall/unanswered")).hasStatus(403);
    }

    /** An event of a case that this test alone knows of. */
    private LoggedEvent event(long no, String local, String step, String state) {
        var at = LocalDateTime.parse(local).atZone(calendar.zone()).toInstant();
        var key = new CaseKey(TestDistrict.COUNTY, -no);
        return new LoggedEvent(
                -no,
                key,
                1,
                step,
                state,
                at,
                at,
                FIRST,
                "",
                TestDistrict.LIGHTS,
                "",
                Map.of(),
                new LoggedEvent.Subject(
                        "test-" + no,
                        1,
                        state,
                        "resident",
                        null,
                        false,
                        GAS,
                        false,
                        1,
                        TestDistrict.WEST_PATH,
                        TestDistrict.WEST,
                        TestDistrict.LIGHTS,
                        "anonymous",
                        at,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private void follow(LoggedEvent... events) {
        AccessContext.asSystem("test", () -> orders.follow(List.of(events)));
    }

    private List<JsonNode> hours(String from, String to) {
        var uri = "/api/v1/oncall/unanswered?from=%s&to=%s".formatted(from, to);
        return read(get(dispatcher, uri)).valueStream().toList();
    }

    private List<String> told(String caseNo) {
        return sql.sql("select topic || ' ' || account_id from notices.notice where case_no = :no")
                .param("no", caseNo)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void make(Instant now) {
        AccessContext.asSystem("test", () -> calls.make(now));
    }

    /** When somebody was called for it first, by whichever thread did. */
    private Instant called(String caseNo) {
        followed();
        while (shown(caseNo).get("calls").isEmpty()) {
            make(Instant.now());
        }
        return Instant.parse(shown(caseNo).get("calls").get(0).get("calledAt").asString());
    }

    private void followed() {
        FollowedLog.catchUp(followers, "oncall.orders");
    }

    private JsonNode shown(String caseNo) {
        return read(get(dispatcher, "/api/v1/oncall/orders"))
                .valueStream()
                .filter(order -> order.get("caseNo").asString().equals(caseNo))
                .findFirst()
                .orElseThrow();
    }

    private String smellOfGas() {
        var report =
                Map.of(
                        "text",
                        "楼道里有燃气味",
                        "matterCode",
                        GAS,
                        "lon",
                        TestDistrict.WEST_LON,
                        "lat",
                        TestDistrict.LAT,
                        "source",
                        "patrol");
        var caseNo =
                read(send(HttpMethod.POST, dispatcher, "/api/v1/reports", report))
                        .get("caseNo")
                        .asString();
        step(dispatcher, caseNo, "file", Map.of("matterCode", GAS));
        step(dispatcher, caseNo, "dispatch", Map.of("unitCode", TestDistrict.LIGHTS));
        return caseNo;
    }

    private void step(String token, String caseNo, String step, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("step", step);
        body.put("version", read(get(token, "/api/v1/cases/" + caseNo)).get("version").asInt());
        var done = send(HttpMethod.POST, token, "/api/v1/cases/" + caseNo + "/steps", body);
        assertThat(done).as(read(done).toString()).hasStatusOk();
    }

    private void person(String id, Role role, @Nullable String unit) {
        accounts.ensure(id, id.equals(FIRST) ? "首值" : "后值");
        var isUnit = unit != null;
        var code = isUnit ? TestDistrict.COUNTY : TestDistrict.STREET;
        var path = isUnit ? TestDistrict.COUNTY_PATH : TestDistrict.STREET_PATH;
        accounts.setPosts(id, List.of(new Post(role, code, path, unit)));
    }

    /** On call by day and night, in this order. */
    private void roster(String token, String holder, List<String> people) {
        var turns =
                IntStream.rangeClosed(1, 7)
                        .boxed()
                        .flatMap(weekday ->
                                people.stream()
                                        .map(id ->
                                                Map.of(
                                                        "weekday",
                                                        weekday,
                                                        "from",
                                                        "00:00",
                                                        "to",
                                                        "00:00",
                                                        "position",
                                                        people.indexOf(id) + 1,
                                                        "accountId",
                                                        id)))
                        .toList();
        var uri = "/api/v1/rosters/" + holder + "/turns";
        assertThat(send(HttpMethod.PUT, token, uri, Map.of("turns", turns))).hasStatusOk();
    }

    private static void together(int nodes, Runnable work) throws Exception {
        var barrier = new CyclicBarrier(nodes);
        var all = new ArrayList<Callable<Boolean>>();
        for (var node = 0; node < nodes; node++) {
            all.add(() -> {
                barrier.await();
                work.run();
                return true;
            });
        }
        try (var pool = Executors.newFixedThreadPool(nodes)) {
            for (var done : pool.invokeAll(all)) {
                done.get();
            }
        }
    }

    private MvcTestResult send(HttpMethod method, String token, String uri, Map<String, ?> said) {
        var body = new HashMap<String, Object>(said);
        body.put("opId", UUID.randomUUID());
        return mvc.method(method)
                .uri(uri)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    private MvcTestResult get(String token, String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private JsonNode read(MvcTestResult result) {
        return json.readTree(
                new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
