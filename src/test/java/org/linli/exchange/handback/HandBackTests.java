package org.linli.exchange.handback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.intake.Api;
import org.linli.intake.TestGround;
import org.linli.platform.log.Followers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a concern comes back to the system that handed it over, signed and in order. */
@LinliTest
@TestPropertySource(properties = "linli.log.following=false")
class HandBackTests {

    private static final String FOLLOWER = "exchange.hand-back";
    private static final String EVERYWHERE = "/990000/990100/990104/";

    @LocalServerPort private int port;
    @Autowired private TestGround ground;
    @Autowired private TestAccounts accounts;
    @Autowired private Followers followers;
    @Autowired private HandBackStore store;
    @Autowired private Signature signature;
    @Autowired private JsonMapper json;
    @Autowired private Clock clock;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile int answering = 200;
    private HttpServer receiver;
    private Api machine;
    private Api administrator;
    private Api dispatcher;
    private Api member;

    record Received(String system, String id, String time, String signature, String body) {}

    @BeforeEach
    void systemsListen() throws IOException {
        ground.load();
        var anybody = anybody();
        machine = anybody.as(accounts.tokenFor(Role.VIEWER));
        administrator = anybody.as(accounts.tokenFor(Role.ADMINISTRATOR));
        dispatcher = anybody.as(accounts.tokenFor(Role.STREET_DISPATCHER, EVERYWHERE, null));
        member = anybody.as(accounts.tokenFor(Role.GRID_HEAD, EVERYWHERE, null));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
        followers.catchUp(FOLLOWER);
    }

    @AfterEach
    void nobodyListens() {
        receiver.stop(0);
    }

    @Test
    void oneMatterOfThreeSourcesIsOneCaseAndEachIsToldWhatCameOfIt() throws Exception {
        var hotline = system("hotline_12345");
        var city = system("department");
        var field = system("patrol");
        var cell = cell(60);
        var before = reportedIn(cell);
        var first = handOver(hotline, "A-1", 60);
        var second = handOver(city, "B-1", 60);
        var third = handOver(field, "C-1", 60);
        assertThat(reportedIn(cell)).isEqualTo(before + 3);

        merge(second.path("caseNo").asString(), first.path("caseNo").asString());
        merge(third.path("caseNo").asString(), first.path("caseNo").asString());
        solve(first.path("caseNo").asString(), 1, "灯已修好，电话 88886666");
        followers.catchUp(FOLLOWER);
        courier(clock).round();

        assertThat(reportedIn(cell)).isEqualTo(before + 1);
        for (var told : Map.of(hotline, first, city, second, field, third).entrySet()) {
            var last = data(of(told.getKey()).getLast());
            assertThat(last.path("caseNo")).isEqualTo(first.path("caseNo"));
            assertThat(last.path("state").asString()).isEqualTo("CLOSED");
            assertThat(last.path("result").asString()).isEqualTo("灯已修好，电话 …");
            var code = told.getValue().path("trackingCode").asString();
            assertThat(machine.get("/api/v1/tracking/" + code).text("state")).isEqualTo("CLOSED");
        }
        assertThat(steps(city)).containsExactly("merge", "self-handle");
        var reports = dispatcher.get("/api/v1/cases/" + first.path("caseNo").asString()).json();
        assertThat(reports.path("reports").valueStream().map(one -> one.path("source").asString()))
                .containsExactlyInAnyOrder("hotline_12345", "department", "patrol");
    }

    @Test
    void aConcernThatWasSplitComesBackOnceAllOfItIsOver() throws Exception {
        var city = system("department");
        var whole = handOver(city, "P-1", 64).path("caseNo").asString();
        step(
                dispatcher,
                whole,
                1,
                "split",
                """
                ,"parts":[{"text":"灯不亮","matterCode":"12004"},
                 {"text":"另一盏也不亮","matterCode":"12004"}]\
                """);
        var parts =
                dispatcher
                        .get("/api/v1/cases/" + whole)
                        .json()
                        .path("parts")
                        .findValuesAsString("caseNo");
        file(parts.getFirst());
        solve(parts.getFirst(), 2, "一盏修好了");
        follow();
        assertThat(steps(city)).as("one is still open").containsExactly("split");
        assertThat(data(of(city).getFirst()).path("parts").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(parts);

        step(dispatcher, parts.getLast(), 1, "refuse", ",\"reason\":\"同一盏灯\"");
        follow();

        assertThat(steps(city)).containsExactly("split", "close");
        var told = data(of(city).getLast());
        assertThat(told.path("caseNo").asString()).isEqualTo(whole);
        assertThat(told.path("state").asString()).isEqualTo("CLOSED");
        assertThat(told.path("result").asString())
                .isEqualTo(parts.getFirst() + ": 一盏修好了\n" + parts.getLast() + ": 同一盏灯");
    }

    @Test
    void aHoldIsToldWithItsEndAsItsReporterSeesIt() throws Exception {
        var city = system("department");
        var caseNo = handOver(city, "W-1", 66).path("caseNo").asString();
        file(caseNo);
        var leader = anybody().as(accounts.tokenFor(Role.SHIFT_LEADER, EVERYWHERE, null));
        var until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30);
        var more = ",\"ground\":\"season\",\"reason\":\"冬季\",\"until\":\"" + until + "\"";
        step(dispatcher, caseNo, 2, "ask-hold", more);
        step(leader, caseNo, 3, "approve", "");
        follow();

        assertThat(steps(city)).containsExactly("file", "hold");
        assertThat(data(of(city).getLast()).path("heldUntil").asString())
                .isEqualTo(until.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant().toString());
    }

    private Api anybody() {
        return new Api(port);
    }

    private void file(String caseNo) {
        step(dispatcher, caseNo, 1, "file", ",\"matterCode\":\"12004\"");
    }

    private void follow() {
        followers.catchUp(FOLLOWER);
        courier(clock).round();
    }

    @Test
    void whoeverKnowsTheSecretCanTellThatAMessageIsOurs() throws Exception {
        var system = system("department");
        solve(handOver(system, "S-1", 61).path("caseNo").asString(), 1, "好了");
        followers.catchUp(FOLLOWER);
        courier(clock).round();

        var message = of(system).getFirst();
        var secret =
                administrator.get("/api/v1/systems/" + system + "/webhook/secret").text("secret");
        assertThat(secret).startsWith("whsec_");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        var signed = message.id + "." + message.time + "." + message.body;
        assertThat(message.signature)
                .isEqualTo(
                        "v1,"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                mac.doFinal(
                                                        signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatDoesNotArriveIsTriedAgainInOrderThenGivenUpAndSeen() throws Exception {
        var system = system("department");
        var caseNo = handOver(system, "R-1", 62).path("caseNo").asString();
        step(dispatcher, caseNo, 1, "file", ",\"matterCode\":\"12004\"");
        solve(caseNo, 2, "好了");
        followers.catchUp(FOLLOWER);

        answering = 503;
        var now = clock.instant();
        courier(Clock.fixed(now, clock.getZone())).round();
        assertThat(steps(system)).as("the second waits for the first").containsExactly("file");
        answering = 200;
        courier(Clock.fixed(now, clock.getZone())).round();
        assertThat(of(system)).as("not before its pause is over").hasSize(1);
        now = now.plus(Courier.PAUSES.getFirst());
        courier(Clock.fixed(now, clock.getZone())).round();
        assertThat(steps(system)).containsExactly("file", "file", "self-handle");
        assertThat(of(system).stream().map(Received::id).distinct()).hasSize(2);
    }

    @Test
    void whatIsGivenUpIsSeenAndSentWhenSomebodySaysSo() throws Exception {
        var system = system("department");
        solve(handOver(system, "D-1", 63).path("caseNo").asString(), 1, "好了");
        followers.catchUp(FOLLOWER);

        answering = 500;
        var now = clock.instant();
        for (var attempt = 0; attempt <= Courier.PAUSES.size(); attempt++) {
            courier(Clock.fixed(now, clock.getZone())).round();
            now = now.plus(Duration.ofHours(25));
        }
        var dead =
                administrator
                        .get("/api/v1/deliveries?state=dead&limit=200")
                        .json()
                        .valueStream()
                        .filter(one -> one.path("system").asString().equals(system))
                        .findFirst()
                        .orElseThrow();
        assertThat(dead.path("lastFailure").asString()).isEqualTo("500");

        answering = 200;
        var retried =
                administrator.post(
                        "/api/v1/deliveries/" + dead.path("id").asString() + "/retry",
                        "{\"opId\":\"" + UUID.randomUUID() + "\"}");
        assertThat(retried.status()).as(retried.body()).isEqualTo(200);
        courier(Clock.fixed(now, clock.getZone())).round();
        assertThat(of(system)).hasSize(Courier.PAUSES.size() + 2);
        assertThat(administrator.get("/api/v1/deliveries?limit=200").body()).doesNotContain(system);
    }

    @Test
    void whoDoesNotAnswerKeepsNobodyElseWaiting() throws Exception {
        var silent = system("department");
        var other = system("department");
        solve(handOver(silent, "S-1", 68).path("caseNo").asString(), 1, "好了");
        solve(handOver(other, "S-2", 68).path("caseNo").asString(), 1, "好了");
        followers.catchUp(FOLLOWER);
        var told = new CountDownLatch(1);
        var heard = new AtomicBoolean();

        new Courier(
                        store,
                        signature,
                        (address, body, headers) -> {
                            if (address.getPath().endsWith(silent)) {
                                heard.set(awaited(told));
                            } else if (address.getPath().endsWith(other)) {
                                told.countDown();
                            }
                            return 200;
                        },
                        clock)
                .round();

        assertThat(heard).as("the other was told while the silent one was called").isTrue();
    }

    private static boolean awaited(CountDownLatch told) {
        try {
            return told.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Courier courier(Clock now) {
        return new Courier(store, signature, this::carry, now);
    }

    private int carry(URI address, String body, Map<String, String> headers) {
        try {
            var request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body));
            headers.forEach(request::header);
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException gone) {
            // what an earlier test left behind leads to a receiver that is no more
            return 503;
        } catch (InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(
                new Received(
                        exchange.getRequestURI().getPath().substring(1),
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(answering, -1);
        exchange.close();
    }

    private List<Received> of(String system) {
        return received.stream().filter(one -> one.system.equals(system)).toList();
    }

    private List<String> steps(String system) {
        return of(system).stream().map(one -> data(one).path("step").asString()).toList();
    }

    private JsonNode data(Received message) {
        return json.readTree(message.body).path("data");
    }

    private String system(String source) {
        var code = "sys-" + UUID.randomUUID().toString().substring(0, 8);
        put(code, "", "\"name\":\"" + code + "\",\"source\":\"" + source + "\"");
        put(
                code,
                "/codes",
                "\"codes\":[{\"kind\":\"matter\",\"theirs\":\"L\",\"ours\":\"12004\"}]");
        var url = "http://localhost:" + receiver.getAddress().getPort() + "/" + code;
        put(code, "/webhook", "\"url\":\"" + url + "\",\"active\":true");
        return code;
    }

    private void put(String system, String part, String fields) {
        var answer =
                administrator.put(
                        "/api/v1/systems/" + system + part,
                        "{\"opId\":\"" + UUID.randomUUID() + "\"," + fields + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode handOver(String system, String id, int spot) {
        var where = ground.spot(spot);
        return machine.post(
                        "/api/v1/systems/" + system + "/reports",
                        """
                        {"reports":[{"externalId":"%s","matter":"L","text":"灯不亮",
                         "lon":%s,"lat":%s}]}\
                        """
                                .formatted(id, where.longitude(), where.latitude()))
                .json()
                .get(0);
    }

    private void merge(String caseNo, String into) {
        step(dispatcher, caseNo, 1, "merge", ",\"into\":\"" + into + "\"");
    }

    private void solve(String caseNo, int version, String note) {
        step(
                member,
                caseNo,
                version,
                "self-handle",
                ",\"matterCode\":\"12004\",\"note\":\"" + note + "\"");
    }

    private static void step(Api by, String caseNo, int version, String step, String more) {
        var answer =
                by.post(
                        "/api/v1/cases/" + caseNo + "/steps",
                        """
                        {"opId":"%s","step":"%s","version":%d%s}\
                        """
                                .formatted(UUID.randomUUID(), step, version, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String cell(int spot) {
        var where = ground.spot(spot);
        return machine.get("/api/v1/locate?lon=" + where.longitude() + "&lat=" + where.latitude())
                .json()
                .path("cells")
                .get(0)
                .path("code")
                .asString();
    }

    private int reportedIn(String cell) {
        var today =
                java.time.LocalDate.ofInstant(
                        clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
        return administrator
                .get(
                        "/api/v1/indicators?area="
                                + cell
                                + "&from="
                                + today
                                + "&to="
                                + today
                                + "&name=reported")
                .json()
                .get(0)
                .path("value")
                .asInt();
    }
}
