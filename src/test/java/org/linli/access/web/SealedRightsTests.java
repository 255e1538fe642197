package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.IssuedToken;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.access.TestAccounts;
import org.linli.access.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever writes into the database past Linli gets no right by it, and is found out. */
@LinliTest
@TestPropertySource(properties = "linli.test.context=seals")
class SealedRightsTests {

    private static final String SESSION = "/api/v1/session";

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private Tokens tokens;
    @Autowired private SignIn signIn;
    @Autowired private TestAccounts testAccounts;
    @Autowired private JdbcClient sql;

    private final String id = "staff:" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role = 'privacy_officer'",
                "role = 'king'",
                "area_path = '/'",
                "area_code = '/'",
                "unit_code = 'U9'",
                "valid_from = valid_from + interval '1 second'",
                "seal = null",
                "seal = decode(repeat('00', 32), 'hex')"
            })
    void aChangedPostGivesNoRightsAtAll(String change) {
        holds(post(Role.VIEWER, "/S/X/"), post(Role.CHECKER, "/S/Y/"));
        var browser = signedIn();

        past("update access.post set " + change + " where account_id = :id and role = 'viewer'");

        assertThat(browser.get(SESSION)).hasStatus(401);
        assertThat(browser.get("/api/v1/cases")).hasStatus(401);
        assertThat(browser.get("/api/v1/cases")).hasStatus(401);
        assertThat(alarms("account", id)).isEqualTo(1);
        var link = browser.post(SESSION, code());
        assertThat(link).hasStatus(403);
        assertThat(type(link)).isEqualTo("/problems/access/rights-broken");
        assertThat(text(mvc.get().uri("/health").exchange())).contains("alarms\":[\"");
    }

    @Test
    void anAdministratorGivesPostsAnewThatWereChanged() {
        holds(post(Role.VIEWER, "/S/X/"), post(Role.CHECKER, "/S/Y/"));
        past("update access.post set area_path = '/' where account_id = :id and role = 'viewer'");

        holds(post(Role.VIEWER, "/S/X/"));

        assertThat(signedIn().get(SESSION))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.actor.posts[*].role")
                .isEqualTo(List.of("viewer"));
    }

    @Test
    void aCopyOfAnothersPostGivesNothing() {
        var other = "staff:" + UUID.randomUUID();
        accounts.ensure(other, "王芳");
        accounts.setPosts(other, List.of(post(Role.DISTRICT_LEADER, "/S/")));
        holds(post(Role.VIEWER, "/S/X/"));
        var browser = signedIn();
        sql.sql(
                        """
                        insert into access.post (account_id, role, area_code, area_path, unit_code,
                            valid_from, seal)
                        select :id, role, area_code, area_path, unit_code, valid_from, seal
                        from access.post
                        where account_id = :other
                        """)
                .param("id", id)
                .param("other", other)
                .update();
        forget();

        assertThat(browser.get(SESSION)).hasStatus(401);
        assertThat(alarms("account", id)).isEqualTo(1);
    }

    @Test
    void aPostThatWasClosedStaysClosedWhoeverOpensItAgain() {
        holds(post(Role.DISTRICT_LEADER, "/S/"));
        holds(post(Role.VIEWER, "/S/X/"));
        var browser = signedIn();
        assertThat(browser.get(SESSION)).hasStatusOk();

        past(
                """
                update access.post set valid_to = null
                where account_id = :id and role = 'district_leader'
                """);

        assertThat(browser.get(SESSION)).hasStatus(401);
        assertThat(alarms("account", id)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role = 'administrator'",
                "role = 'king'",
                "area_path = '/'",
                "unit_code = 'U9'",
                "expires_at = expires_at + interval '1 day'",
                "seal = null"
            })
    void aChangedTokenActsForNobody(String change) {
        var token = token();
        assertThat(status(token.token())).isEqualTo(200);

        past("update access.service_token set " + change + " where id = " + token.id());

        assertThat(status(token.token())).isEqualTo(401);
        assertThat(status(token.token())).isEqualTo(401);
        assertThat(alarms("token", String.valueOf(token.id()))).isEqualTo(1);
        var administrator = testAccounts.tokenFor(Role.ADMINISTRATOR);
        assertThat(
                        mvc.get()
                                .uri("/api/v1/tokens")
                                .header("Authorization", "Bearer " + administrator))
                .hasStatusOk();
    }

    @Test
    void nobodyMakesThemselvesATokenOutOfAnother() {
        var strong = token();
        var own = token();
        past("update access.service_token set hash = decode('00', 'hex') where id = " + own.id());
        sql.sql(
                        """
                        update access.service_token
                        set hash = sha256(convert_to(:token, 'UTF8'))
                        where id = :id
                        """)
                .param("token", own.token())
                .param("id", strong.id())
                .update();
        forget();

        assertThat(status(own.token())).isEqualTo(401);
        assertThat(alarms("token", String.valueOf(strong.id()))).isEqualTo(1);
    }

    @Test
    void aRevokedTokenStaysRevokedWhoeverBringsItBack() {
        var token = token();
        tokens.revoke(token.id());

        past("update access.service_token set revoked_at = null where id = " + token.id());

        assertThat(status(token.token())).isEqualTo(401);
        assertThat(alarms("token", String.valueOf(token.id()))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public_key = decode(repeat('07', 64), 'hex')",
                "seal = null",
                "account_id = 'staff:nobody'"
            })
    void aChangedPhoneServesNobody(String change) {
        accounts.ensure("staff:nobody", "另一位");
        var phone = enrolled(new Phone());
        assertThat(phone.get(SESSION)).hasStatusOk();

        past("update access.device set " + change + " where account_id = :id");

        assertThat(phone.get(SESSION)).hasStatus(401);
        assertThat(alarmsOfPhones()).isEqualTo(1);
    }

    @Test
    void aPhoneThatIsLostStaysLostWhoeverBringsItBack() {
        var key = new Phone();
        var phone = enrolled(key);
        var device = sql.sql("select id from access.device where account_id = :id").param("id", id);
        var number = device.query(Long.class).single();
        assertThat(phone.put("/api/v1/devices/" + number + "/status", "{'status': 'lost'}"))
                .hasStatus(204);

        past("update access.device set status = 'active' where account_id = :id");

        var again = new Browser(mvc).on(key);
        assertThat(again.post(SESSION, code())).hasStatus(201);
        past("update access.session set device_id = " + number + " where account_id = :id");
        assertThat(again.get(SESSION)).hasStatus(401);
        assertThat(alarmsOfPhones()).isEqualTo(1);
    }

    private void holds(Post... posts) {
        accounts.ensure(id, "陈晓");
        accounts.setPosts(id, List.of(posts));
    }

    private Browser signedIn() {
        var browser = new Browser(mvc);
        assertThat(browser.post(SESSION, code())).hasStatus(201);
        return browser;
    }

    private String code() {
        return "{'code': '%s'}".formatted(signIn.issue(id, "test").code());
    }

    private Browser enrolled(Phone key) {
        holds(post(Role.GRID_MEMBER, "/S/X/"));
        var head = "staff:" + UUID.randomUUID();
        accounts.ensure(head, "网格长");
        accounts.setPosts(head, List.of(post(Role.GRID_HEAD, "/S/X/")));
        var leading = new Browser(mvc);
        leading.post(SESSION, "{'code': '%s'}".formatted(signIn.issue(head, "test").code()));
        var invited =
                leading.post(
                        "/api/v1/devices/invitations",
                        "{'opId': '%s', 'accountId': '%s'}".formatted(UUID.randomUUID(), id));
        String link = JsonPath.read(text(invited), "$.link");
        var phone = new Browser(mvc).on(key);
        assertThat(
                        phone.post(
                                "/api/v1/devices",
                                "{'code': '%s', 'name': '手机'}"
                                        .formatted(link.substring(link.indexOf('#') + 1))))
                .hasStatus(201);
        return phone;
    }

    private IssuedToken token() {
        return tokens.issue("test", post(Role.VIEWER, "/S/X/"), "test", Duration.ofDays(1));
    }

    private int status(String token) {
        return mvc.get()
                .uri("/api/v1/cases")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static Post post(Role role, String path) {
        var code = path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
        return new Post(role, code, path, null);
    }

    /** As somebody does it who has got hold of the database. */
    private void past(String change) {
        var statement = sql.sql(change);
        var changed = change.contains(":id") ? statement.param("id", id) : statement;
        assertThat(changed.update()).isEqualTo(1);
        forget();
    }

    /** As if the few seconds were over for which callers are known. */
    private void forget() {
        accounts.ensure("staff:nobody", "另一位 " + UUID.randomUUID());
    }

    private long alarms(String kind, String object) {
        return sql.sql(
                        """
                        select count(*) from audit.event
                        where act = 'rights-broken' and kind = :kind and object = :object
                            and result = 'refused'
                        """)
                .param("kind", kind)
                .param("object", object)
                .query(Long.class)
                .single();
    }

    private long alarmsOfPhones() {
        return sql.sql(
                        """
                        select count(*) from audit.event
                        where act = 'rights-broken' and kind = 'device' and actor = :id
                        """)
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static String type(MvcTestResult answer) {
        return JsonPath.read(text(answer), "$.type");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
