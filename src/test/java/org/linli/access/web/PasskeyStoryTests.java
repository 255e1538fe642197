package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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

/** Passkeys from the first to the last, as a browser with an authenticator meets them. */
@LinliTest
class PasskeyStoryTests {

    private static final String OWN = "/api/v1/factors/passkeys";
    private static final String ENTRY = "/api/v1/session/passkey";
    private static final String PASSWORD = "Correct-Horse-9";

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private JdbcClient sql;

    private final String name = UUID.randomUUID().toString();
    private final String id = "staff:" + name;
    private final Authenticator authenticator = new Authenticator();
    private Browser browser;

    @BeforeEach
    void administrator() {
        browser = signedIn(id);
    }

    @Test
    void aPasskeySignsInWithoutANameAndOpensAWholeSession() {
        register(browser, authenticator);
        var elsewhere = new Browser(mvc);

        assertThat(enter(elsewhere, authenticator))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.actor.id")
                .isEqualTo(id);

        assertThat(elsewhere.get("/api/v1/accounts")).hasStatusOk();
        assertThat(elsewhere.get("/api/v1/sessions"))
                .bodyJson()
                .extractingPath("$[0].openedWith")
                .isEqualTo("passkey");
        assertThat(makeAccount(elsewhere)).hasStatus(201);
        assertThat(left()).endsWith("factor-set passkey done", "sign-in passkey done");
    }

    @Test
    void aPasskeyIsListedRenamedAndRemoved() {
        register(browser, authenticator);
        register(browser, new Authenticator());
        var list = text(browser.get(OWN));
        int first = JsonPath.read(list, "$[0].id");
        assertThat(JsonPath.<String>read(list, "$[0].name")).isEqualTo("办公电脑");
        assertThat(JsonPath.<String>read(list, "$[0].domain")).isEqualTo("localhost");

        assertThat(browser.put(OWN + "/" + first, "{'name': '旧电脑'}")).hasStatus(204);
        assertThat(browser.get(OWN)).bodyJson().extractingPath("$[0].name").isEqualTo("旧电脑");
        assertThat(browser.delete(OWN + "/" + first)).hasStatus(204);

        assertThat(browser.get(OWN)).bodyJson().extractingPath("$.length()").isEqualTo(1);
        assertThat(enter(new Browser(mvc), authenticator)).hasStatus(422);
        assertThat(left()).contains("factor-forget passkey done");
    }

    @Test
    void theLastSecondFactorStays() {
        register(browser, authenticator);
        int only = JsonPath.read(text(browser.get(OWN)), "$[0].id");

        var refused = browser.delete(OWN + "/" + only);

        assertThat(refused).hasStatus(409);
        assertThat(type(refused)).isEqualTo("/problems/access/last-factor");
        assertThat(enter(new Browser(mvc), authenticator)).hasStatus(201);
    }

    @Test
    void nobodyTouchesThePasskeysOfOthers() {
        register(browser, authenticator);
        int theirs = JsonPath.read(text(browser.get(OWN)), "$[0].id");
        var other = signedIn("staff:" + UUID.randomUUID());

        assertThat(other.get(OWN)).bodyJson().extractingPath("$.length()").isEqualTo(0);
        assertThat(other.put(OWN + "/" + theirs, "{'name': '我的'}")).hasStatus(404);
        assertThat(other.delete(OWN + "/" + theirs)).hasStatus(404);
    }

    @Test
    void aPasskeyIsShownAgainBeforeGivingRights() {
        register(browser, authenticator);
        timeHasPassed();
        var refused = makeAccount(browser);
        assertThat(refused).hasStatus(403);
        assertThat(refused).bodyJson().extractingPath("$.ways").isEqualTo(List.of("passkey"));
        assertThat(browser.post(OWN + "/challenge", "")).hasStatus(403);

        var asked = text(browser.post(ENTRY + "/challenge", ""));
        assertThat(JsonPath.<List<String>>read(asked, "$.known")).hasSize(1);
        var shown = authenticator.show(JsonPath.read(asked, "$.challenge"));
        assertThat(browser.post(OWN + "/shown", shown)).hasStatus(204);

        assertThat(makeAccount(browser)).hasStatus(201);
        assertThat(left()).contains("factor-show passkey done");
    }

    @Test
    void anotherPersonsPasskeyShowsNothing() {
        register(browser, authenticator);
        var theirs = new Authenticator();
        register(signedIn("staff:" + UUID.randomUUID()), theirs);
        timeHasPassed();

        assertThat(browser.post(OWN + "/shown", theirs.show(challenge(browser)))).hasStatus(422);

        assertThat(makeAccount(browser)).hasStatus(403);
        assertThat(left()).contains("factor-show passkey refused");
    }

    @Test
    void anAnswerIsTakenOnceAndFromTheBrowserThatWasAsked() {
        register(browser, authenticator);
        var asked = new Browser(mvc);
        var answer = authenticator.show(challenge(asked));
        var thief = new Browser(mvc);
        challenge(thief);

        assertThat(thief.post(ENTRY, answer)).hasStatus(422);
        assertThat(asked.post(ENTRY, answer)).hasStatus(201);
        assertThat(asked.post(ENTRY, answer)).hasStatus(422);
        assertThat(new Browser(mvc).post(ENTRY, authenticator.show("bm8gY2hhbGxlbmdl")))
                .hasStatus(422);
    }

    @Test
    void anAnswerIsTakenForFiveMinutes() {
        register(browser, authenticator);
        var late = new Browser(mvc);
        var answer = authenticator.show(challenge(late));
        sql.sql("update access.challenge set expires_at = expires_at - interval '6 min'").update();

        assertThat(late.post(ENTRY, answer)).hasStatus(422);
    }

    @Test
    void whatAnotherPageOrDomainWasShownOpensNothing() {
        register(browser, authenticator);

        assertThat(enter(new Browser(mvc), authenticator.at("https://linli.example")))
                .hasStatus(422);
        authenticator.at("http://localhost");
        assertThat(enter(new Browser(mvc), authenticator.of("linli.example"))).hasStatus(422);
        authenticator.of("localhost");
        assertThat(enter(new Browser(mvc), authenticator)).hasStatus(201);
        assertThat(left()).contains("sign-in passkey refused");
    }

    @Test
    void whoWasNotSeenByFingerFaceOrPinIsNobody() {
        register(browser, authenticator);
        var careless = new Authenticator().unverified();
        var asked = text(browser.post(OWN + "/challenge", ""));

        assertThat(browser.post(OWN, made(asked, careless))).hasStatus(422);
        assertThat(enter(new Browser(mvc), authenticator.unverified())).hasStatus(422);
    }

    @Test
    void whatTheAuthenticatorKnowsTheAccountAsMustBeOurs() {
        register(browser, authenticator);

        assertThat(enter(new Browser(mvc), authenticator.knowing("c29tZWJvZHkgZWxzZQ")))
                .hasStatus(422);
        assertThat(enter(new Browser(mvc), authenticator.knowing(null))).hasStatus(422);
    }

    @Test
    void aCounterThatGoesBackTellsOfACopy() {
        register(browser, authenticator.countedTo(5));
        assertThat(enter(new Browser(mvc), authenticator.countedTo(40))).hasStatus(201);

        var refused = enter(new Browser(mvc), authenticator.countedTo(20));

        assertThat(refused).hasStatus(422);
        assertThat(type(refused)).isEqualTo("/problems/access/passkey-copied");
        assertThat(left()).endsWith("sign-in passkey-copied refused");
    }

    @Test
    void aPasskeyIsOnePersonsOnly() {
        register(browser, authenticator);
        var other = signedIn("staff:" + UUID.randomUUID());
        var asked = text(other.post(OWN + "/challenge", ""));

        assertThat(other.post(OWN, made(asked, authenticator))).hasStatus(422);
    }

    @Test
    void aPasswordIsNotEnoughWhereThereIsAPasskey() {
        assertThat(browser.put("/api/v1/factors/password", "{'password': '" + PASSWORD + "'}"))
                .hasStatus(204);
        register(browser, authenticator);
        var half = new Browser(mvc);

        assertThat(
                        half.post(
                                "/api/v1/session/password",
                                "{'account': '%s', 'password': '%s'}".formatted(name, PASSWORD)))
                .bodyJson()
                .extractingPath("$.needs")
                .isEqualTo("passkey");
        assertThat(half.post("/api/v1/session/app", "")).hasStatus(401);
        assertThat(half.get("/api/v1/session")).hasStatus(401);
        assertThat(enter(half, authenticator)).hasStatus(201);
        assertThat(half.get("/api/v1/session")).hasStatusOk();
    }

    @Test
    void wrongAnswersWaitLongerAndLonger() {
        register(browser, authenticator);
        var stranger = new Browser(mvc);
        var answers =
                IntStream.range(0, 10)
                        .mapToObj(_ -> stranger.post(ENTRY, authenticator.show("bm9uZQ")))
                        .map(answer -> answer.getResponse().getStatus())
                        .toList();

        assertThat(answers).startsWith(422, 422, 422).contains(429);
    }

    @Test
    void whoLeftOrLostTheirFactorsHasNoPasskey() {
        register(browser, authenticator);
        var colleague = signedIn("staff:" + UUID.randomUUID());

        assertThat(colleague.delete("/api/v1/accounts/" + id + "/factors")).hasStatus(204);

        assertThat(enter(new Browser(mvc), authenticator)).hasStatus(422);
    }

    @Test
    void whatIsNoAnswerAtAllIsRefused() {
        var junks = List.of("", "%%%", "AAAA", "oWFh", "eyJ9", "bnVsbA", "A".repeat(30_000));
        for (var junk : junks) {
            var asking = text(browser.post(OWN + "/challenge", ""));
            for (var field : List.of("clientData", "attestation")) {
                var made = spoilt(made(asking, new Authenticator()), field, junk);
                assertThat(browser.post(OWN, made)).as(field + " " + junk).hasStatus(422);
            }
            var fresh = new Authenticator();
            register(browser, fresh);
            for (var field :
                    List.of("credentialId", "clientData", "authenticatorData", "signature")) {
                var asked = new Browser(mvc);
                var shown = spoilt(fresh.show(challenge(asked)), field, junk);
                var answer = asked.post(ENTRY, shown).getResponse().getStatus();
                assertThat(answer).as(field + " " + junk).isIn(422, 429);
            }
        }
    }

    @Test
    void atAnAddressThatIsNoDomainThereAreNoPasskeys() {
        for (var host :
                Map.of("10.1.2.3:8080", false, "[::1]", false, "linli.example:8443", true)
                        .entrySet()) {
            assertThat(
                            mvc.get()
                                    .uri("/api/v1/session/ways")
                                    .header("Host", host.getKey())
                                    .exchange())
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.passkeys")
                    .isEqualTo(host.getValue());
        }
        assertThat(mvc.post().uri(ENTRY + "/challenge").header("Host", "10.1.2.3").exchange())
                .hasStatus(422);
    }

    private Browser signedIn(String account) {
        accounts.ensure(account, "林立");
        var everywhere = new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null);
        accounts.setPosts(account, List.of(everywhere));
        var one = new Browser(mvc);
        var code = signIn.issue(account, "test").code();
        assertThat(one.post("/api/v1/session", "{'code': '%s'}".formatted(code))).hasStatus(201);
        return one;
    }

    private static void register(Browser browser, Authenticator authenticator) {
        var asked = text(browser.post(OWN + "/challenge", ""));
        assertThat(browser.post(OWN, made(asked, authenticator))).hasStatus(201);
    }

    private static String made(String asked, Authenticator authenticator) {
        return authenticator.make(
                JsonPath.read(asked, "$.challenge"), JsonPath.read(asked, "$.userHandle"));
    }

    private static String spoilt(String said, String field, String junk) {
        return said.replaceAll("('" + field + "': )'[^']*'", "$1'" + junk + "'");
    }

    private static String challenge(Browser browser) {
        return JsonPath.read(text(browser.post(ENTRY + "/challenge", "")), "$.challenge");
    }

    private static MvcTestResult enter(Browser browser, Authenticator authenticator) {
        return browser.post(ENTRY, authenticator.show(challenge(browser)));
    }

    private static MvcTestResult makeAccount(Browser browser) {
        return browser.post(
                "/api/v1/accounts",
                "{'opId': '%s', 'id': 'staff:%s', 'name': '新人', 'posts': []}"
                        .formatted(UUID.randomUUID(), UUID.randomUUID()));
    }

    /** As if the factor had been shown six minutes ago. */
    private void timeHasPassed() {
        sql.sql(
                        """
                        update access.session set factor_at = factor_at - interval '6 minutes'
                        where account_id = :id
                        """)
                .param("id", id)
                .update();
        accounts.ensure(id, "林立 " + UUID.randomUUID());
    }

    /** What the trail says of this account's factors. */
    private List<String> left() {
        return sql.sql(
                        """
                        select act || ' ' || coalesce(purpose, '') || ' ' || result as line
                        from audit.event
                        where object = :id and act in ('sign-in', 'factor-set', 'factor-show',
                            'factor-forget')
                        order by id
                        """)
                .param("id", id)
                .query((row, _) -> row.getString("line"))
                .list();
    }

    private static String type(MvcTestResult answer) {
        return JsonPath.read(text(answer), "$.type");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
