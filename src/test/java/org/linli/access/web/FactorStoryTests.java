package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.access.factor.Totp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Passwords, second factors and showing them again, as a browser meets them. */
@LinliTest
class FactorStoryTests {

    private static final String PASSWORD = "Correct-Horse-9";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private JdbcClient sql;
    @Autowired private Clock clock;

    private final String name = UUID.randomUUID().toString();
    private final String id = "staff:" + name;
    private Browser browser;

    @BeforeEach
    void administrator() {
        accounts.ensure(id, "林立");
        var everywhere = new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null);
        accounts.setPosts(id, List.of(everywhere));
        browser = new Browser(mvc);
    }

    @Test
    void aPasswordAloneSeesNothingAndSetsUpASecondFactor() {
        byLink();
        assertThat(browser.put("/api/v1/factors/password", said("password", PASSWORD)))
                .hasStatus(204);
        var elsewhere = new Browser(mvc);

        assertThat(password(elsewhere, PASSWORD))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.needs")
                .isEqualTo("enrolment");
        for (var address :
                List.of(
                        "/api/v1/session",
                        "/api/v1/accounts",
                        "/api/v1/cases",
                        "/api/v1/factors")) {
            assertThat(elsewhere.get(address)).hasStatus(401);
        }
        assertThat(type(elsewhere.get("/api/v1/accounts")))
                .isEqualTo("/problems/access/second-factor-missing");

        var secret = secret(elsewhere.post("/api/v1/session/app", ""));
        assertThat(elsewhere.post("/api/v1/session/app/code", said("code", "000000")))
                .hasStatus(422);
        assertThat(elsewhere.get("/api/v1/session")).hasStatus(401);
        assertThat(elsewhere.post("/api/v1/session/app/code", said("code", code(secret, 0))))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.recoveryCodes.length()")
                .isEqualTo(10);

        assertThat(elsewhere.get("/api/v1/session"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.actor.id")
                .isEqualTo(id);
        assertThat(browser.get("/api/v1/session")).hasStatus(401);
    }

    @Test
    void whoHasASecondFactorMustShowItAndNoCodeCountsTwice() {
        byLink();
        var codes = enrol();
        var elsewhere = new Browser(mvc);

        assertThat(password(elsewhere, PASSWORD))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.needs")
                .isEqualTo("code");
        assertThat(elsewhere.post("/api/v1/session/app", "")).hasStatus(401);
        assertThat(elsewhere.post("/api/v1/session/code", said("code", codes.used))).hasStatus(422);
        assertThat(elsewhere.post("/api/v1/session/code", said("code", code(codes.secret, 1))))
                .hasStatusOk();
        assertThat(elsewhere.get("/api/v1/session")).hasStatusOk();

        var third = new Browser(mvc);
        password(third, PASSWORD);
        var recovery = said("code", codes.recovery.getFirst().toUpperCase(Locale.ROOT));
        assertThat(third.post("/api/v1/session/code", recovery)).hasStatusOk();
        var fourth = new Browser(mvc);
        password(fourth, PASSWORD);
        assertThat(fourth.post("/api/v1/session/code", recovery)).hasStatus(422);
    }

    @Test
    void wrongPasswordsWaitLongerAndLongerAndStrangersLockNobodyOut() {
        byLink();
        enrol();
        var known = new Browser(mvc);
        password(known, PASSWORD);
        known.post("/api/v1/session/code", said("code", code(secretOf, 1)));
        known.delete("/api/v1/session");
        var stranger = new Browser(mvc);

        assertThat(isRightPasswordToldToWait(stranger)).isTrue();
        assertThat(password(known, "wrong")).hasStatus(401);
        assertThat(password(known, PASSWORD)).hasStatus(201);
    }

    @Test
    void anAccountThatIsNotThereIsAnsweredLikeAWrongPassword() {
        byLink();
        enrol();
        var stranger = new Browser(mvc);

        var wrong = password(stranger, "wrong");
        var nobody = stranger.post("/api/v1/session/password", credentials("nobody", "wrong"));

        assertThat(nobody).hasStatus(401).bodyText().isEqualTo(text(wrong));
        guessUntilToldToWait(stranger, "nobody");
    }

    @Test
    void whoeverKnowsThePasswordOfASleepingAccountIsToldToAskForALink() {
        byLink();
        var codes = enrol();
        sql.sql("update access.account set used_at = used_at - interval '90 days' where id = :id")
                .param("id", id)
                .update();
        var elsewhere = new Browser(mvc);

        assertThat(type(password(elsewhere, "wrong"))).isEqualTo("/problems/access/wrong-password");
        var refused = password(elsewhere, PASSWORD);
        assertThat(refused).hasStatus(403);
        assertThat(type(refused)).isEqualTo("/problems/access/account-asleep");

        byLink();
        assertThat(password(elsewhere, PASSWORD)).hasStatus(201);
        assertThat(elsewhere.post("/api/v1/session/code", said("code", code(codes.secret, 1))))
                .hasStatusOk();
    }

    @Test
    void aPasswordThatIsEasyToGuessIsRefused() {
        byLink();

        for (var weak : List.of("Short-1", "aaaaaaaaaaaa", "alllowercaseab", "A1-" + name)) {
            assertThat(browser.put("/api/v1/factors/password", said("password", weak)))
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.field")
                    .isEqualTo("password");
        }
    }

    @Test
    void givingRightsAsksForAFactorShownLately() {
        byLink();
        var codes = enrol();
        timeHasPassed();

        var refused = makeAccount();
        assertThat(refused)
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.ways")
                .isEqualTo(List.of("code"));
        assertThat(type(refused)).isEqualTo("/problems/access/factor-needed");
        for (var address : List.of("/api/v1/exports/cases")) {
            assertThat(browser.get(address)).hasStatus(403);
        }
        assertThat(browser.get("/api/v1/accounts")).hasStatusOk();

        assertThat(browser.post("/api/v1/session/code", said("code", code(codes.secret, 1))))
                .hasStatusOk();
        assertThat(makeAccount()).hasStatus(201);
    }

    @Test
    void whoHasNoFactorYetIsToldWhatHelps() {
        byLink();
        timeHasPassed();

        var refused = makeAccount();

        assertThat(refused).hasStatus(403);
        assertThat(type(refused)).isEqualTo("/problems/access/no-factor-yet");
    }

    @Test
    void oneSeesWhereOneIsSignedInAndEndsIt() {
        byLink();
        var elsewhere = browser.copy();
        byLink();
        var third = new Browser(mvc);
        third.post("/api/v1/session", said("code", signIn.issue(id, "test").code()));

        var list = text(third.get("/api/v1/sessions"));
        List<Number> others = JsonPath.read(list, "$[?(@.current == false)].id");
        List<String> agents = JsonPath.read(list, "$[*].agent");
        assertThat(others).hasSize(1);
        assertThat(agents).allMatch(agent -> agent.contains("Mozilla"));
        assertThat(elsewhere.get("/api/v1/session")).hasStatus(401);

        assertThat(third.delete("/api/v1/sessions/" + others.getFirst())).hasStatus(204);
        assertThat(third.delete("/api/v1/sessions/" + others.getFirst())).hasStatus(404);
        assertThat(browser.get("/api/v1/session")).hasStatus(401);
        byLink();
        assertThat(third.delete("/api/v1/sessions")).hasStatus(204);
        assertThat(browser.get("/api/v1/session")).hasStatus(401);
        assertThat(third.get("/api/v1/session")).hasStatusOk();
    }

    @Test
    void nobodyEndsTheSessionsOfOthersButAnAdministrator() {
        var other = "staff:" + UUID.randomUUID();
        accounts.ensure(other, "王芳");
        accounts.setPosts(
                other, List.of(new Post(Role.VIEWER, Post.EVERYWHERE, Post.EVERYWHERE, null)));
        var theirs = new Browser(mvc);
        theirs.post("/api/v1/session", said("code", signIn.issue(other, "test").code()));
        Number session = JsonPath.read(text(theirs.get("/api/v1/sessions")), "$[0].id");
        byLink();

        assertThat(browser.delete("/api/v1/sessions/" + session)).hasStatus(404);
        assertThat(theirs.delete("/api/v1/accounts/" + id + "/sessions")).hasStatus(403);
        assertThat(browser.delete("/api/v1/accounts/" + other + "/sessions")).hasStatus(204);
        assertThat(theirs.get("/api/v1/session")).hasStatus(401);
    }

    @Test
    void anAdministratorTakesALostPhonesFactorsAway() {
        byLink();
        enrol();
        var other = new Browser(mvc);
        var colleague = "staff:" + UUID.randomUUID();
        accounts.ensure(colleague, "另一位");
        accounts.setPosts(
                colleague,
                List.of(new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null)));
        other.post("/api/v1/session", said("code", signIn.issue(colleague, "test").code()));

        assertThat(other.delete("/api/v1/accounts/" + id + "/factors")).hasStatus(204);

        assertThat(browser.get("/api/v1/session")).hasStatus(401);
        assertThat(password(new Browser(mvc), PASSWORD)).hasStatus(401);
    }

    @Test
    void theDatabaseKeepsNeitherPasswordNorSecretNorRecoveryCode() {
        byLink();
        var codes = enrol();

        var kept =
                sql.sql(
                                """
                                select string_agg(t::text, ' ') from (
                                    select p::text from access.password p
                                    union all select a::text from access.totp a
                                    union all select r::text from access.recovery_code r) as r(t)
                                """)
                        .query(String.class)
                        .single();

        assertThat(kept)
                .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD, HexFormat.of().formatHex(codes.secret))
                .doesNotContain(codes.recovery);
    }

    private byte[] secretOf = {};

    private record Codes(byte[] secret, String used, List<String> recovery) {}

    /** Ends with the first try that is told to wait. */
    private static void guessUntilToldToWait(Browser stranger, String account) {
        assertThat(
                        Stream.generate(() ->
                                        stranger.post(
                                                "/api/v1/session/password",
                                                credentials(account, "wrong")))
                                .limit(10)
                                .filter(answer -> answer.getResponse().getStatus() == 429)
                                .findFirst())
                .isPresent();
    }

    /** On a slow machine the wait may be over between two requests; then it is tried again. */
    private boolean isRightPasswordToldToWait(Browser stranger) {
        return IntStream.range(0, 3)
                .anyMatch(_ -> {
                    guessUntilToldToWait(stranger, name);
                    return password(stranger, PASSWORD).getResponse().getStatus() == 429;
                });
    }

    /** Sets up a password and an authenticator app in the browser's session. */
    private Codes enrol() {
        assertThat(browser.put("/api/v1/factors/password", said("password", PASSWORD)))
                .hasStatus(204);
        secretOf = secret(browser.post("/api/v1/factors/app", ""));
        var code = code(secretOf, 0);
        var confirmed = browser.post("/api/v1/factors/app/code", said("code", code));
        assertThat(confirmed).hasStatusOk();
        return new Codes(secretOf, code, JsonPath.read(text(confirmed), "$.recoveryCodes"));
    }

    private void byLink() {
        assertThat(browser.post("/api/v1/session", said("code", signIn.issue(id, "test").code())))
                .hasStatus(201);
    }

    private MvcTestResult password(Browser browser, String password) {
        return browser.post("/api/v1/session/password", credentials(name, password));
    }

    private MvcTestResult makeAccount() {
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

    private String code(byte[] secret, int stepsAhead) {
        return Totp.code(secret, clock.instant().getEpochSecond() / 30 + stepsAhead);
    }

    private static byte[] secret(MvcTestResult shown) {
        assertThat(shown).hasStatusOk();
        String text = JsonPath.read(text(shown), "$.secret");
        var number = BigInteger.ONE;
        for (var letter : text.toCharArray()) {
            number = number.shiftLeft(5).add(BigInteger.valueOf(LETTERS.indexOf(letter)));
        }
        return Arrays.copyOfRange(number.toByteArray(), 1, 21);
    }

    private static String credentials(String account, String password) {
        return "{'account': '%s', 'password': '%s'}".formatted(account, password);
    }

    private static String said(String field, String value) {
        return "{'%s': '%s'}".formatted(field, value);
    }

    private static String type(MvcTestResult answer) {
        return JsonPath.read(text(answer), "$.type");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
