package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Phones: enrolled by a leader, of no use to whoever has only their cookie, stopped when lost. */
@LinliTest
class DeviceStoryTests {

    private static final String SESSION = "/api/v1/session";
    private static final String DEVICES = "/api/v1/devices";

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private JdbcClient sql;

    private final String area = "D" + UUID.randomUUID().toString().substring(0, 8);
    private String worker = "";
    private @Nullable Browser leading;

    @BeforeEach
    void people() {
        worker = person(Role.GRID_MEMBER, "/" + area + "/C1/");
        leading = signedIn(person(Role.GRID_HEAD, "/" + area + "/"));
    }

    @Test
    void aLeadersCodeEnrolsAPhoneOnceAndSignsItsPersonIn() {
        var code = invitation();
        var phone = new Browser(mvc).on(new Phone());

        assertThat(enrol(phone, code)).hasStatus(201);
        assertThat(phone.get(SESSION))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.actor.id")
                .isEqualTo(worker);
        assertThat(enrol(new Browser(mvc).on(new Phone()), code)).hasStatus(401);
        assertThat(enrol(new Browser(mvc), invitation())).hasStatus(401);
    }

    @Test
    void aCodeOfMoreThanTenMinutesAgoEnrolsNothing() {
        var code = invitation();
        sql.sql(
                        """
                        update access.device_invitation
                        set expires_at = expires_at - interval '10 minutes'
                        where account_id = :id
                        """)
                .param("id", worker)
                .update();

        assertThat(enrol(new Browser(mvc).on(new Phone()), code)).hasStatus(401);
    }

    @Test
    void theCookieAloneIsOfNoUse() {
        var key = new Phone();
        var phone = new Browser(mvc).on(key);
        enrol(phone, invitation());

        var thief = phone.copy();
        assertThat(thief.get(SESSION)).hasStatus(401);
        assertThat(thief.get("/api/v1/cases"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/access/proof-refused");
        assertThat(thief.on(new Phone()).get(SESSION)).hasStatus(401);
        assertThat(thief.post("/api/v1/reports", "{}")).hasStatus(401);
        assertThat(phone.get(SESSION)).hasStatusOk();
    }

    @Test
    void aProofIsForOneRequestAtOneTimeOnce() {
        var key = new Phone();
        var phone = new Browser(mvc).on(key);
        enrol(phone, invitation());
        var taken = phone.copy();
        var here = "http://localhost" + SESSION;
        var there = "http://localhost/api/v1/cases";
        var now = Instant.now();

        var once = key.proof("GET", SESSION);
        assertThat(taken.with(once).get(SESSION)).hasStatusOk();
        assertThat(taken.with(once).get(SESSION)).hasStatus(401);
        assertThat(taken.with(key.proof("POST", SESSION)).get(SESSION)).hasStatus(401);
        assertThat(taken.with(key.proof("GET", "/api/v1/cases")).get(SESSION)).hasStatus(401);
        var elsewhere = key.proof("GET", "http://other" + SESSION, now, UUID.randomUUID());
        assertThat(taken.with(elsewhere).get(SESSION)).hasStatus(401);
        var early = key.proof("GET", here, now.plusSeconds(45), UUID.randomUUID());
        assertThat(taken.with(early).get(SESSION)).hasStatusOk();
        var old = key.proof("GET", there, now.minus(Duration.ofMinutes(10)), UUID.randomUUID());
        var refused = taken.with(old).get("/api/v1/cases");
        assertThat(refused).hasStatus(401);
        assertThat(Instant.parse(JsonPath.<String>read(text(refused), "$.now")))
                .isAfterOrEqualTo(now);
    }

    @Test
    void badProofsAreRefusedAndBreakNothing() {
        var phone = new Browser(mvc).on(new Phone());
        enrol(phone, invitation());
        var taken = phone.copy();

        for (var bad :
                List.of("", "a.b", "a.b.c", "....", "e30.e30.e30", "x".repeat(5000), "e30.!.e30")) {
            assertThat(taken.with(bad).get("/api/v1/cases")).hasStatus(401);
        }
    }

    @Test
    void aWorkerWhosePhoneIsLostStopsItThemselves() {
        var phone = new Browser(mvc).on(new Phone());
        enrol(phone, invitation());
        var desk = signedIn(worker);
        Number id = JsonPath.read(text(desk.get(DEVICES)), "$[0].id");

        assertThat(status(desk, id, "suspended")).hasStatus(403);
        assertThat(status(desk, id, "lost")).hasStatus(204);

        assertThat(phone.get(SESSION)).hasStatus(401);
        assertThat(status(desk, id, "active")).hasStatus(403);
        assertThat(desk.get(SESSION)).hasStatusOk();
    }

    @Test
    void aLeaderSuspendsAPhoneAndGivesItBackButNoLostOne() {
        var phone = new Browser(mvc).on(new Phone());
        enrol(phone, invitation());
        var id = deviceOf(worker);

        assertThat(status(leader(), id, "suspended")).hasStatus(204);
        assertThat(phone.get(SESSION)).hasStatus(401);
        assertThat(status(leader(), id, "active")).hasStatus(204);
        assertThat(phone.post(SESSION, code(signIn.issue(worker, "test").code()))).hasStatus(201);
        assertThat(phone.get(SESSION)).hasStatusOk();
        assertThat(phone.copy().get(SESSION)).hasStatus(401);
        assertThat(status(leader(), id, "lost")).hasStatus(204);
        assertThat(status(leader(), id, "active")).hasStatus(422);
        assertThat(status(leader(), id, "nonsense")).hasStatus(422);
    }

    @Test
    void aNewPhoneReplacesTheFormerOne() {
        var former = new Browser(mvc).on(new Phone());
        enrol(former, invitation());
        var next = new Browser(mvc).on(new Phone());
        enrol(next, invitation());

        assertThat(former.get(SESSION)).hasStatus(401);
        assertThat(next.get(SESSION)).hasStatusOk();
        assertThat(former.post(SESSION, code(signIn.issue(worker, "test").code()))).hasStatus(201);
        assertThat(former.copy().get(SESSION)).hasStatusOk();
    }

    @Test
    void nobodyLeadsOutsideTheirAreaNorThoseWhoMayMore() {
        var stranger = signedIn(person(Role.GRID_HEAD, "/elsewhere/"));
        var office = person(Role.STREET_DISPATCHER, "/" + area + "/C1/");
        var phone = new Browser(mvc).on(new Phone());
        enrol(phone, invitation());
        var id = deviceOf(worker);

        assertThat(invite(stranger, worker)).hasStatus(404);
        assertThat(invite(leader(), office)).hasStatus(404);
        assertThat(invite(signedIn(worker), worker)).hasStatus(403);
        assertThat(status(stranger, id, "lost")).hasStatus(404);
        assertThat(text(stranger.get(DEVICES + "/workers"))).doesNotContain(worker);
        assertThat(phone.get(SESSION)).hasStatusOk();
    }

    private Browser leader() {
        return Objects.requireNonNull(leading);
    }

    private String invitation() {
        var made = invite(leader(), worker);
        assertThat(made).hasStatus(201);
        String link = JsonPath.read(text(made), "$.link");
        return link.substring(link.indexOf('#') + 1);
    }

    private static MvcTestResult invite(Browser leader, String worker) {
        return leader.post(
                DEVICES + "/invitations",
                "{'opId': '%s', 'accountId': '%s'}".formatted(UUID.randomUUID(), worker));
    }

    private static MvcTestResult enrol(Browser phone, String code) {
        return phone.post(DEVICES, "{'code': '%s', 'name': '工作手机'}".formatted(code));
    }

    private static MvcTestResult status(Browser browser, Number id, String status) {
        return browser.put(DEVICES + "/" + id + "/status", "{'status': '%s'}".formatted(status));
    }

    private Number deviceOf(String worker) {
        var path = "$.items[?(@.accountId == '%s')].devices[0].id".formatted(worker);
        List<Number> ids = JsonPath.read(text(leader().get(DEVICES + "/workers")), path);
        return ids.getFirst();
    }

    private Browser signedIn(String id) {
        var browser = new Browser(mvc);
        assertThat(browser.post(SESSION, code(signIn.issue(id, "test").code()))).hasStatus(201);
        return browser;
    }

    private String person(Role role, String path) {
        var id = "staff:" + UUID.randomUUID();
        var code = path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
        accounts.ensure(id, "陈晓");
        accounts.setPosts(id, List.of(new Post(role, code, path, null)));
        return id;
    }

    private static String code(String code) {
        return "{'code': '%s'}".formatted(code);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
