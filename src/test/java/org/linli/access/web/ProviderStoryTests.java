package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Signing in with an account at another system, which may say what is not so. */
@LinliTest
class ProviderStoryTests {

    private static final LyingProvider PROVIDER = new LyingProvider();
    private static final String ENTRY = "/api/v1/session/provider";

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private JdbcClient sql;
    @Autowired private JsonMapper json;

    private final String id = "staff:" + UUID.randomUUID();
    private final String subject = UUID.randomUUID().toString();
    private Browser administrator;

    @DynamicPropertySource
    static void connected(DynamicPropertyRegistry settings) {
        settings.add("linli.access.address", () -> "http://localhost");
        settings.add("linli.access.provider.issuer", PROVIDER::issuer);
        settings.add("linli.access.provider.client-id", () -> LyingProvider.CLIENT);
        settings.add("linli.access.provider.name", () -> "区统一登录");
        settings.add("linli.access.provider.acr", () -> "two-factors");
        settings.add("linli.access.provider.amr", () -> "mfa,otp");
        settings.add("linli.outbound.allowed", PROVIDER::authority);
    }

    /** What a provider might say that is not so, or that somebody else says in its name. */
    enum Lie {
        SIGNED_BY_SOMEBODY_ELSE((provider, claims) -> LyingProvider.forged(claims, provider)),
        SIGNED_WITH_THE_SHARED_SECRET((_, claims) -> LyingProvider.withSharedSecret(claims)),
        NOT_SIGNED((_, claims) -> LyingProvider.unsigned(claims)),
        BY_ANOTHER_ISSUER(
                (provider, claims) -> provider.signed(claims.issuer("https://elsewhere.example"))),
        FOR_SOMEBODY_ELSE((provider, claims) -> provider.signed(claims.audience("another"))),
        FOR_OTHERS_TOO((provider, claims) ->
                provider.signed(
                        claims.audience(List.of(LyingProvider.CLIENT, "another"))
                                .claim("azp", "another"))),
        OVER((provider, claims) -> provider.signed(claims.expirationTime(ago(5)))),
        FROM_THE_FUTURE((provider, claims) -> provider.signed(claims.issueTime(ago(-5)))),
        WITHOUT_AN_END((provider, claims) -> provider.signed(claims.expirationTime(null))),
        WITHOUT_A_NONCE((provider, claims) -> provider.signed(claims.claim("nonce", null))),
        FOR_ANOTHER_ERRAND((provider, claims) -> provider.signed(claims.claim("nonce", "other"))),
        OF_NOBODY((provider, claims) -> provider.signed(claims.subject(null))),
        NO_TOKEN((_, _) -> "{\"access_token\": \"x\", \"token_type\": \"Bearer\"}"),
        NO_JSON((_, _) -> "<html></html>"),
        REFUSED((_, _) -> "{\"error\": \"invalid_grant\"}");

        private final LyingProvider.Answer answer;

        Lie(LyingProvider.Answer answer) {
            this.answer = answer;
        }
    }

    @BeforeEach
    void linked() {
        PROVIDER.says(LyingProvider::signed);
        var everywhere = new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null);
        administrator = signedIn("staff:" + UUID.randomUUID(), everywhere);
        accounts.ensure(id, "陈晓");
        accounts.setPosts(id, List.of(everywhere));
        assertThat(link(administrator, id, subject)).hasStatus(204);
    }

    @Test
    void whomTheProviderVouchesForIsIn() {
        var browser = new Browser(mvc);
        assertThat(browser.get("/api/v1/session/ways"))
                .bodyJson()
                .extractingPath("$.provider")
                .isEqualTo("区统一登录");

        assertThat(enter(browser, subject))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.actor.id")
                .isEqualTo(id);

        assertThat(browser.get("/api/v1/sessions"))
                .bodyJson()
                .extractingPath("$[0].openedWith")
                .isEqualTo("other_system");
        assertThat(left()).containsExactly("factor-set done", "sign-in done");
    }

    @Test
    void theProviderIsAskedByPkceAndForTheRightPage() {
        var browser = new Browser(mvc);
        var address = journey(browser);
        assertThat(address).startsWith(PROVIDER.issuer() + "/authorize?");
        var expected =
                Map.of(
                        "redirect_uri", "http://localhost/sign-in/back",
                        "response_type", "code",
                        "code_challenge_method", "S256",
                        "acr_values", "two-factors");
        expected.forEach(
                (name, value) -> assertThat(LyingProvider.sent(address, name)).isEqualTo(value));

        assertThat(open(browser, PROVIDER.back(address, subject))).hasStatus(201);

        assertThat(PROVIDER.asked())
                .contains("code_verifier=", "client_id=" + LyingProvider.CLIENT);
        assertThat(PROVIDER.asked()).doesNotContain(LyingProvider.sent(address, "code_challenge"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotSoOpensNothingAndIsNoted(Lie lie) {
        PROVIDER.says(lie.answer);
        var before = lastEvent();
        var browser = new Browser(mvc);

        var refused = enter(browser, subject);

        assertRefused(refused);
        assertThat(browser.get("/api/v1/session")).hasStatus(401);
        assertThat(notedSince(before)).containsExactly("sign-in other_system refused");
    }

    @Test
    void whoIsNotLinkedIsToldWhoTheyAreThereAndNotLetIn() {
        var stranger = UUID.randomUUID().toString();
        var before = lastEvent();

        var refused = enter(new Browser(mvc), stranger);

        assertThat(refused).hasStatus(403);
        assertThat(type(refused)).isEqualTo("/problems/access/provider-not-linked");
        assertThat(text(refused)).contains(stranger);
        assertThat(notedSince(before)).containsExactly("sign-in other_system refused");
    }

    @Test
    void anAnswerIsTakenOnceFromTheBrowserThatWasSentAndUnchanged() {
        var sent = new Browser(mvc);
        var back = PROVIDER.back(journey(sent), subject);
        var thief = new Browser(mvc);
        journey(thief);

        assertRefused(open(thief, back));
        assertRefused(open(new Browser(mvc), back));
        assertRefused(open(sent, with(back, "state", "tampered")));
        assertThat(open(sent, back)).hasStatus(201);
        assertRefused(open(sent, back));
        assertRefused(open(sent, with(back, "issuer", "https://elsewhere.example")));
    }

    @Test
    void anAnswerThatNamesAnotherProviderIsNotRedeemed() {
        var browser = new Browser(mvc);
        var address = journey(browser);
        var back = PROVIDER.back(address, subject);

        assertRefused(open(browser, with(back, "issuer", "https://elsewhere.example")));

        assertThat(PROVIDER.asked()).doesNotContain(LyingProvider.sent(address, "nonce"));
    }

    @Test
    void anAnswerIsTakenForTenMinutes() {
        var browser = new Browser(mvc);
        var back = PROVIDER.back(journey(browser), subject);
        sql.sql("update access.challenge set expires_at = expires_at - interval '11 min'").update();

        assertRefused(open(browser, back));
    }

    @Test
    void oneFactorThereIsNotAFactorHere() {
        PROVIDER.says((provider, claims) ->
                provider.signed(
                        claims.claim("amr", List.of("pwd")).claim("auth_time", seconds(0))));
        var browser = new Browser(mvc);
        assertThat(enter(browser, subject)).hasStatus(201);

        assertThat(browser.get("/api/v1/accounts")).hasStatusOk();
        assertFactorNeeded(link(browser, id, "another"));
        assertFactorNeeded(browser.post("/api/v1/factors/passkeys/challenge", ""));
        assertFactorNeeded(browser.post("/api/v1/factors/app", ""));
    }

    @Test
    void twoFactorsThereCountHereFromWhenTheyWereShown() {
        PROVIDER.says((provider, claims) ->
                provider.signed(
                        claims.claim("amr", List.of("pwd", "otp")).claim("auth_time", seconds(0))));
        assertThat(linksAnother()).hasStatus(204);
        PROVIDER.says((provider, claims) ->
                provider.signed(
                        claims.claim("acr", "two-factors").claim("auth_time", seconds(60))));
        assertThat(linksAnother()).hasStatus(204);

        PROVIDER.says((provider, claims) ->
                provider.signed(
                        claims.claim("acr", "two-factors").claim("auth_time", seconds(600))));
        assertFactorNeeded(linksAnother());
        PROVIDER.says((provider, claims) -> provider.signed(claims.claim("acr", "two-factors")));
        assertFactorNeeded(linksAnother());
    }

    @Test
    void aNewLinkEndsSessionsAndAnEndedOneOpensNothing() {
        var browser = new Browser(mvc);
        assertThat(enter(browser, subject)).hasStatus(201);
        var newSubject = UUID.randomUUID().toString();

        assertThat(link(administrator, id, newSubject)).hasStatus(204);
        assertThat(browser.get("/api/v1/session")).hasStatus(401);
        assertThat(enter(new Browser(mvc), subject)).hasStatus(403);
        assertThat(enter(browser, newSubject)).hasStatus(201);

        assertThat(administrator.delete(address(id))).hasStatus(204);
        assertThat(browser.get("/api/v1/session")).hasStatus(401);
        assertThat(enter(browser, newSubject)).hasStatus(403);
        assertThat(administrator.get(address(id))).bodyText().isEqualTo("{\"subject\":null}");
    }

    @Test
    void oneAccountThereIsOneAccountHere() {
        var other = "staff:" + UUID.randomUUID();
        accounts.ensure(other, "王芳");

        var refused = link(administrator, other, subject);

        assertThat(refused).hasStatus(409);
        assertThat(type(refused)).isEqualTo("/problems/access/provider-subject-taken");
        assertThat(link(administrator, other, " ")).hasStatus(422);
        assertThat(link(administrator, other, "x".repeat(256))).hasStatus(422);
        assertThat(link(administrator, id, subject)).hasStatus(204);
    }

    @Test
    void anAdministratorOfOnePlaceLinksNobodyElsewhere() {
        var post = new Post(Role.ADMINISTRATOR, "D7", "/D7/", null);
        var local = signedIn("staff:" + UUID.randomUUID(), post);
        var own = "staff:" + UUID.randomUUID();
        accounts.ensure(own, "李梅");
        accounts.setPosts(own, List.of(new Post(Role.GRID_MEMBER, "D7", "/D7/", null)));

        assertThat(link(local, own, UUID.randomUUID().toString())).hasStatus(204);
        assertThat(link(local, id, UUID.randomUUID().toString())).hasStatus(404);
        assertThat(local.get(address(id))).hasStatus(404);
        assertThat(local.delete(address(id))).hasStatus(404);
    }

    @Test
    void whoLeftOrSleepsDoesNotComeInThisWayEither() {
        sql.sql(
                        """
                        update access.account set used_at = used_at - interval '90 days'
                        where id = :id
                        """)
                .param("id", id)
                .update();
        var asleep = enter(new Browser(mvc), subject);
        assertThat(asleep).hasStatus(403);
        assertThat(type(asleep)).isEqualTo("/problems/access/account-asleep");

        accounts.close(id);
        assertThat(type(enter(new Browser(mvc), subject)))
                .isEqualTo("/problems/access/provider-not-linked");
    }

    private Browser signedIn(String account, Post post) {
        accounts.ensure(account, "林立");
        accounts.setPosts(account, List.of(post));
        var browser = new Browser(mvc);
        var code = signIn.issue(account, "test").code();
        assertThat(browser.post("/api/v1/session", "{'code': '%s'}".formatted(code)))
                .hasStatus(201);
        return browser;
    }

    /** Something that needs a fresh factor. */
    private MvcTestResult linksAnother() {
        var other = "staff:" + UUID.randomUUID();
        accounts.ensure(other, "新人");
        var browser = new Browser(mvc);
        assertThat(enter(browser, subject)).hasStatus(201);
        return link(browser, other, UUID.randomUUID().toString());
    }

    private MvcTestResult enter(Browser browser, String as) {
        return open(browser, PROVIDER.back(journey(browser), as));
    }

    private static String journey(Browser browser) {
        return JsonPath.read(text(browser.post(ENTRY + "/journey", "")), "$.address");
    }

    private MvcTestResult open(Browser browser, Map<String, String> back) {
        return browser.post(ENTRY, json.writeValueAsString(back));
    }

    private static MvcTestResult link(Browser browser, String account, String subject) {
        return browser.put(address(account), "{'subject': '%s'}".formatted(subject));
    }

    private static String address(String account) {
        return "/api/v1/accounts/" + account + "/provider";
    }

    private static Map<String, String> with(Map<String, String> back, String field, String value) {
        var changed = new java.util.HashMap<>(back);
        changed.put(field, value);
        return changed;
    }

    private static void assertRefused(MvcTestResult answer) {
        assertThat(answer).hasStatus(401);
        assertThat(type(answer)).isEqualTo("/problems/access/provider-refused");
    }

    private static void assertFactorNeeded(MvcTestResult answer) {
        assertThat(answer).hasStatus(403);
        assertThat(type(answer)).isEqualTo("/problems/access/no-factor-yet");
    }

    private static Date ago(int minutes) {
        return Date.from(Instant.now().minus(Duration.ofMinutes(minutes)));
    }

    private static long seconds(int ago) {
        return Instant.now().getEpochSecond() - ago;
    }

    /** What the trail says of this account. */
    private List<String> left() {
        return sql.sql(
                        """
                        select act || ' ' || result as line from audit.event
                        where object = :id and purpose = 'other_system' order by id
                        """)
                .param("id", id)
                .query((row, _) -> row.getString("line"))
                .list();
    }

    private long lastEvent() {
        return sql.sql("select max(id) from audit.event").query(Long.class).single();
    }

    private List<String> notedSince(long before) {
        return sql.sql(
                        """
                        select act || ' ' || purpose || ' ' || result as line from audit.event
                        where id > :before order by id
                        """)
                .param("before", before)
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
