package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.AccessContext;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Other systems hand concerns over, in codes of their own. */
@LinliTest
class MachineIntakeTests {

    private static final String LAMP = "12004";

    @LocalServerPort private int port;
    @Autowired private TestGround ground;
    @Autowired private TestAccounts accounts;
    @Autowired private JdbcClient sql;

    private Api hotline;
    private Api administrator;
    private Api dispatcher;
    private String system;

    @BeforeEach
    void aHotlineIsRegistered() {
        ground.load();
        var anybody = new Api(port);
        hotline = anybody.as(accounts.tokenFor(Role.VIEWER));
        administrator = anybody.as(accounts.tokenFor(Role.ADMINISTRATOR));
        dispatcher =
                anybody.as(accounts.tokenFor(Role.STREET_DISPATCHER, TestGround.DISTRICT, null));
        system = "12345-" + UUID.randomUUID().toString().substring(0, 8);
        put("", "\"name\":\"市 12345\",\"source\":\"hotline_12345\"");
        put(
                "/codes",
                """
                "codes":[{"kind":"matter","theirs":"LIGHT","ours":"12004"},
                         {"kind":"area","theirs":"A-1","ours":"%s"}]\
                """
                        .formatted(cell()));
    }

    @Test
    void whatItsCodesMeanIsFiledAsThatAndAcknowledged() {
        var done = handOver(one("H-1", "LIGHT", "A-1", "灯坏了")).json().get(0);

        assertThat(done.path("outcome").asString()).isEqualTo("filed");
        var found = dispatcher.get("/api/v1/cases/" + done.path("caseNo").asString());
        assertThat(found.text("matterCode")).isEqualTo(LAMP);
        assertThat(found.text("source")).isEqualTo("hotline_12345");
        assertThat(found.text("cell")).isEqualTo(cell());
    }

    @Test
    void theSameNameIsTheSameCaseHoweverOftenAndWhateverItSays() {
        var first = handOver(one("H-2", "LIGHT", "A-1", "灯坏了")).json().get(0);
        var again = handOver(one("H-2", "LIGHT", "A-1", "灯又坏了")).json().get(0);

        assertThat(again).isEqualTo(first);
        assertThat(cases("H-2")).isEqualTo(1);
    }

    @Test
    void whatMeansNothingHereWaitsWholeAndSealedAndIsFiledOnceSomebodySaysWhatItIs() {
        var sent = one("H-3", "NOISE-9", "A-1", "夜里很吵").replace("\"reporter\":null", REPORTER);
        var kept = handOver(sent).json().get(0);
        var keptAgain = handOver(sent).json().get(0);

        assertThat(kept.path("outcome").asString()).isEqualTo("quarantined");
        assertThat(keptAgain).isEqualTo(kept);
        assertThat(cases("H-3")).isZero();
        assertThat(stored("H-3")).startsWith("v1|").doesNotContain("13800000003");
        var waiting = waiting("H-3");
        assertThat(waiting.path("text").asString()).isEqualTo("夜里很吵");
        assertThat(waiting.toString()).doesNotContain("13800000003");

        var id = waiting.path("id").asString();
        var released = settle(id, "\"outcome\":\"release\",\"matterCode\":\"16001\"");

        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(released.text("outcome")).isEqualTo("filed");
        assertThat(cases("H-3")).isEqualTo(1);
        assertThat(settle(id, "\"outcome\":\"release\",\"matterCode\":\"16001\"").status())
                .isEqualTo(404);
        var known = handOver(sent).json().get(0);
        assertThat(known.path("outcome").asString()).isEqualTo("known");
        assertThat(known.path("caseNo").asString()).isEqualTo(released.text("caseNo"));
        assertThat(cases("H-3")).isEqualTo(1);
    }

    @Test
    void aMeaningThatIsRememberedReleasesAllThatWaitedForIt() {
        handOver(one("H-4", "TREE", "A-1", "树倒了"));
        handOver(one("H-5", "TREE", "A-1", "又一棵"));

        var id = waiting("H-4").path("id").asString();
        settle(id, "\"outcome\":\"release\",\"matterCode\":\"14001\",\"remember\":true");

        assertThat(cases("H-4")).isEqualTo(1);
        assertThat(cases("H-5")).isEqualTo(1);
        var next = handOver(one("H-6", "TREE", "A-1", "第三棵")).json().get(0);
        assertThat(next.path("outcome").asString()).isEqualTo("filed");
    }

    @Test
    void oneThatCannotBeFiledKeepsNoOtherWaitingForItsMeaning() {
        handOver(one("H-12", "WALL", "A-1", "墙裂了"));
        spoil("H-12");
        handOver(one("H-13", "WALL", "A-1", "又一处"));

        put("/codes", "\"codes\":[{\"kind\":\"matter\",\"theirs\":\"WALL\",\"ours\":\"12002\"}]");

        assertThat(cases("H-13")).isEqualTo(1);
        assertThat(waiting("H-12").path("text").asString()).isEqualTo("墙裂了");
    }

    @Test
    void whatCouldNeverBeFiledIsRejectedAtOnceWhateverItsCodesMean() {
        var sent = one("H-14", "WALL-2", "A-1", "墙").replace("\"reporter\":null", NO_PHONE);

        var done = handOver(sent).json().get(0);

        assertThat(done.path("outcome").asString()).isEqualTo("rejected");
        assertThat(done.path("problem").path("field").asString()).isEqualTo("reporter.phone");
    }

    @Test
    void whatIsACaseAlreadyWaitsForNobodyWhateverCodeItIsSentAgainWith() {
        var first = handOver(one("H-15", "LIGHT", "A-1", "灯坏了")).json().get(0);

        var again = handOver(one("H-15", "LIGHT-NEW", "A-1", "灯坏了")).json().get(0);

        assertThat(again).isEqualTo(first);
        assertThat(isWaiting("H-15")).isFalse();
    }

    @Test
    void whatIsSentAgainInACodeThatIsKnownIsFiledAndWaitsNoMore() {
        handOver(one("H-17", "LITE", "A-1", "灯坏了"));

        var again = handOver(one("H-17", "LIGHT", "A-1", "灯坏了")).json().get(0);
        var oncemore = handOver(one("H-17", "LITE", "A-1", "灯坏了")).json().get(0);

        assertThat(again.path("outcome").asString()).isEqualTo("filed");
        assertThat(isWaiting("H-17")).isFalse();
        assertThat(oncemore.path("caseNo").asString()).isEqualTo(again.path("caseNo").asString());
        assertThat(cases("H-17")).isEqualTo(1);
    }

    @Test
    void whatHasWaitedWasReportedWhenItWasHandedOverHoweverLongAgo() {
        handOver(one("H-16", "SMOKE", "A-1", "有烟"));
        receivedDaysAgo("H-16", 40);

        var id = waiting("H-16").path("id").asString();
        var released = settle(id, "\"outcome\":\"release\",\"matterCode\":\"16001\"");

        var found = dispatcher.get("/api/v1/cases/" + released.text("caseNo"));
        assertThat(Instant.parse(found.text("reportedAt")))
                .isBefore(Instant.now().minus(39, ChronoUnit.DAYS));
    }

    @Test
    void anEmptyCodeIsNoneAndWaitsForNoMeaning() {
        var sent = one("H-18", "", " ", "灯坏了");

        var done = handOver(sent).json().get(0);

        assertThat(done.path("outcome").asString()).isEqualTo("filed");
        assertThat(isWaiting("H-18")).isFalse();
    }

    @Test
    void aCodeThatIsTooLongToGetAMeaningIsRejectedAtOnce() {
        var matter = handOver(one("H-19", "L".repeat(101), "A-1", "灯坏了")).json().get(0);
        var area = handOver(one("H-20", "LIGHT", "A".repeat(101), "灯坏了")).json().get(0);

        assertThat(matter.path("outcome").asString()).isEqualTo("rejected");
        assertThat(matter.path("problem").path("field").asString()).isEqualTo("matter");
        assertThat(area.path("problem").path("field").asString()).isEqualTo("area");
        assertThat(isWaiting("H-19")).isFalse();
    }

    @Test
    void ofSeveralWhoSayAtOnceWhatItIsOneIsHeard() throws Exception {
        handOver(one("H-18", "SMELL", "A-1", "有气味"));
        var id = waiting("H-18").path("id").asString();
        var matters = List.of("16001", "12004", "12002", "14001");

        List<Callable<Api.Answer>> acts =
                matters.stream()
                        .map(matter ->
                                "\"outcome\":\"release\",\"matterCode\":\"%s\"".formatted(matter))
                        .<Callable<Api.Answer>>map(said -> () -> settle(id, said))
                        .toList();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(acts)) {
                statuses.add(answer.get().status());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 404, 404, 404);
        assertThat(cases("H-18")).isEqualTo(1);
    }

    @Test
    void whatIsSetAsideStaysSo() {
        var sent = one("H-7", "SPAM", "A-1", "广告");
        handOver(sent);
        var id = waiting("H-7").path("id").asString();

        assertThat(settle(id, "\"outcome\":\"set-aside\"").status()).isEqualTo(422);
        settle(id, "\"outcome\":\"set-aside\",\"reason\":\"广告，与治理无关\"");

        assertThat(handOver(sent).json().get(0).path("outcome").asString()).isEqualTo("set-aside");
        assertThat(cases("H-7")).isZero();
    }

    @Test
    void oneThatCannotBeReadSpoilsNoOther() {
        var answer = handOver("{\"externalId\":\"H-8\"}," + one("H-9", "LIGHT", "A-1", "灯"));

        assertThat(answer.json().get(0).path("outcome").asString()).isEqualTo("rejected");
        assertThat(answer.json().get(0).path("externalId").asString()).isEqualTo("H-8");
        assertThat(answer.json().get(1).path("outcome").asString()).isEqualTo("filed");
    }

    @Test
    void fiveHundredAreTakenAtOnceAndNoMore() {
        var many =
                IntStream.range(0, 501)
                        .mapToObj(n -> one("M-" + n, "LIGHT", "A-1", "灯"))
                        .collect(Collectors.joining(","));

        assertThat(handOver(many).status()).isEqualTo(413);
        assertThat(cases("M-0")).isZero();
    }

    @Test
    void nobodyElseSpeaksForASystem() {
        put("", "\"name\":\"市 12345\",\"source\":\"hotline_12345\",\"sender\":\"token:0\"");

        assertThat(handOver(one("H-10", "LIGHT", "A-1", "灯")).status()).isEqualTo(403);
    }

    @Test
    void codesComeAsAFileToo() {
        handOver(one("H-0", "HOLE", "A-1", "井盖松了"));
        var file =
                "system,kind,theirs,ours,condition_no\n%s,matter,HOLE,12002,\n%s,matter,X,none,\n"
                        .formatted(system, system);

        var answer =
                administrator.post(
                        "/api/v1/imports/system-codes",
                        "text/csv",
                        file.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answer.body()).contains("\"accepted\":1").contains("\"rejected\":1");
        assertThat(cases("H-0")).as("what waited for it").isEqualTo(1);
        var done = handOver(one("H-11", "HOLE", "A-1", "井盖松了")).json().get(0);
        assertThat(done.path("outcome").asString()).isEqualTo("filed");
    }

    private static final String NO_PHONE = "\"reporter\":{\"name\":\"王芳\",\"phone\":\"abc\"}";

    private static final String REPORTER =
            "\"reporter\":{\"name\":\"王芳\",\"phone\":\"13800000003\"}";

    private String one(String id, String matter, String area, String text) {
        return """
        {"externalId":"%s","matter":"%s","area":"%s","text":"%s","reporter":null}\
        """
                .formatted(id + system, matter, area, text);
    }

    private Api.Answer handOver(String reports) {
        return hotline.post(
                "/api/v1/systems/" + system + "/reports", "{\"reports\":[" + reports + "]}");
    }

    private void put(String part, String fields) {
        var answer =
                administrator.put(
                        "/api/v1/systems/" + system + part,
                        "{\"opId\":\"" + UUID.randomUUID() + "\"," + fields + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Api.Answer settle(String id, String fields) {
        return dispatcher.post(
                "/api/v1/quarantine/" + id + "/settlement",
                "{\"opId\":\"" + UUID.randomUUID() + "\"," + fields + "}");
    }

    private JsonNode waiting(String id) {
        return found(id).orElseThrow();
    }

    private boolean isWaiting(String id) {
        return found(id).isPresent();
    }

    private Optional<JsonNode> found(String id) {
        return dispatcher
                .get("/api/v1/quarantine?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("externalId").asString().equals(id + system))
                .findFirst();
    }

    /** As it was left by a version of Linli that looked at less before it kept something. */
    private void spoil(String id) {
        change(
                "update intake.quarantined set received_by = 'staff:nobody' where external_id = :id",
                id);
    }

    private void receivedDaysAgo(String id, int days) {
        change(
                """
                update intake.quarantined set received_at = received_at - interval '%d days'
                where external_id = :id
                """
                        .formatted(days),
                id);
    }

    private void change(String statement, String id) {
        AccessContext.asSystem(
                "a test", () -> sql.sql(statement).param("id", id + system).update());
    }

    private String cell() {
        var where = ground.spot(50);
        return hotline.get("/api/v1/locate?lon=" + where.longitude() + "&lat=" + where.latitude())
                .json()
                .path("cells")
                .get(0)
                .path("code")
                .asString();
    }

    private int cases(String id) {
        return count("select count(*) from cases.case_file where external_id = :id", id + system);
    }

    private int count(String question, String id) {
        return AccessContext.asSystem(
                "a test", () -> sql.sql(question).param("id", id).query(Integer.class).single());
    }

    private String stored(String id) {
        return AccessContext.asSystem(
                "a test",
                () ->
                        sql.sql(
                                        """
                                        select payload from intake.quarantined
                                        where external_id = :id
                                        """)
                                .param("id", id + system)
                                .query(String.class)
                                .single());
    }
}
