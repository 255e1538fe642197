package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.access.TestAccounts;
import org.linli.platform.problem.InvalidValue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An administrator's reach ends where their area ends, upwards and sideways. */
@LinliTest
class AdministrationTests {

    private static final String HERE = "/adm/here/";
    private static final String THERE = "/adm/there/";

    @Autowired private MockMvcTester mvc;

    @Autowired private Accounts accounts;

    @Autowired private TestAccounts testAccounts;

    @Autowired private SignIn signIn;

    @Autowired private JdbcClient sql;

    @Test
    void anAccountIsMadeOnceHoweverOftenItIsSent() {
        var administrator = testAccounts.tokenFor(Role.ADMINISTRATOR);
        var id = "staff:" + UUID.randomUUID();
        var body =
                "{\"opId\": \"%s\", \"id\": \"%s\", \"name\": \"林立\"}"
                        .formatted(UUID.randomUUID(), id);

        var first = send(administrator, HttpMethod.POST, "/api/v1/accounts", body);
        var again = send(administrator, HttpMethod.POST, "/api/v1/accounts", body);

        assertThat(first).hasStatus(201).bodyJson().extractingPath("$.id").isEqualTo(id);
        assertThat(again).hasStatus(201).bodyText().isEqualTo(text(first));
        assertThat(
                        send(
                                administrator,
                                HttpMethod.POST,
                                "/api/v1/accounts",
                                "{\"opId\": \"%s\", \"id\": \"%s\", \"name\": \"林立\"}"
                                        .formatted(UUID.randomUUID(), id)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/access/account-exists");
    }

    @Test
    void anAccountIsMadeWithItsPosts() {
        var administrator = testAccounts.tokenFor(Role.ADMINISTRATOR);

        var made =
                create(
                        administrator,
                        "staff:" + UUID.randomUUID(),
                        "{\"role\": \"viewer\", \"areaCode\": \"/\"}",
                        "{\"role\": \"auditor\", \"areaCode\": \"/\"}",
                        "{\"role\": \"viewer\", \"areaCode\": \"/\"}");

        assertThat(made)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.posts[*].role")
                .isEqualTo(List.of("viewer", "auditor"));
    }

    @Test
    void aFaultIsNamedByItsFieldAndLeavesNoAccountBehind() {
        var administrator = testAccounts.tokenFor(Role.ADMINISTRATOR);
        var id = "staff:" + UUID.randomUUID();

        var refused =
                create(
                        administrator,
                        id,
                        "{\"role\": \"viewer\", \"areaCode\": \"/\"}",
                        "{\"role\": \"viewer\", \"areaCode\": \"nowhere\"}");

        assertThat(field(refused)).isEqualTo("posts[1].areaCode");
        assertThat(link(administrator, id)).hasStatus(404);
        assertThat(field(create(administrator, id, "{\"role\": \"king\", \"areaCode\": \"/\"}")))
                .isEqualTo("posts[0].role");
        assertThat(field(create(administrator, id, "{\"role\": \"viewer\"}")))
                .isEqualTo("posts[0].areaCode");
        assertThat(field(create(administrator, "nobody"))).isEqualTo("id");
        assertThat(create(administrator, id)).hasStatus(201);
        assertThat(field(create(administrator, id))).isEqualTo("id");
    }

    @Test
    void nobodyIsTwoOfTheThreeAdministrators() {
        var administrator = testAccounts.tokenFor(Role.ADMINISTRATOR);
        var id = account(everywhere(Role.AUDITOR), everywhere(Role.VIEWER));

        for (var pair :
                List.of(
                        List.of("administrator", "auditor"),
                        List.of("auditor", "security_administrator"),
                        List.of("security_administrator", "administrator"))) {
            var refused =
                    create(
                            administrator,
                            "staff:" + UUID.randomUUID(),
                            "{\"role\": \"%s\", \"areaCode\": \"/\"}".formatted(pair.get(0)),
                            "{\"role\": \"viewer\", \"areaCode\": \"/\"}",
                            "{\"role\": \"%s\", \"areaCode\": \"/\"}".formatted(pair.get(1)));
            assertThat(refused).hasStatus(422);
            assertThat(field(refused)).isEqualTo("posts[2].role");
        }
        assertThatThrownBy(() ->
                        accounts.setPosts(
                                id,
                                List.of(everywhere(Role.AUDITOR), everywhere(Role.ADMINISTRATOR))))
                .isInstanceOf(InvalidValue.class);
        assertThat(accounts.find(id).orElseThrow().posts())
                .extracting(Post::role)
                .containsExactlyInAnyOrder(Role.AUDITOR, Role.VIEWER);
        assertThat(accounts.setPosts(id, List.of(everywhere(Role.SECURITY_ADMINISTRATOR))))
                .isTrue();
    }

    @Test
    void theDatabaseItselfLetsNobodyBeTwoOfThem() {
        var id = account(everywhere(Role.AUDITOR));

        assertThatThrownBy(() ->
                        sql.sql(
                                        """
                                        insert into access.post
                                            (account_id, role, area_code, area_path, valid_from)
                                        values (:id, 'administrator', '/', '/', now())
                                        """)
                                .param("id", id)
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() ->
                        sql.sql(
                                        """
                                        update access.account set administration = 'administrator'
                                        where id = :id
                                        """)
                                .param("id", id)
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static Post everywhere(Role role) {
        return new Post(role, Post.EVERYWHERE, Post.EVERYWHERE, null);
    }

    @Test
    void nobodyEndsTheirOwnAdministration() {
        var everything = new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null);
        var id = account(everything);
        var own = signIn.use(signIn.issue(id, "test").code(), "test").secret();
        var viewer = "{\"role\": \"viewer\", \"areaCode\": \"/\"}";
        var administrator = "{\"role\": \"administrator\", \"areaCode\": \"/\"}";

        assertThat(setOwnPosts(own, id, viewer)).hasStatus(409);
        assertThat(inSession(own, mvc.delete().uri("/api/v1/accounts/" + id))).hasStatus(409);
        assertThat(setOwnPosts(own, id, administrator, viewer)).hasStatusOk();
        assertThat(setOwnPosts(own, id, administrator)).hasStatusOk();
    }

    @Test
    void aSecretIsShownOnceAndNeverTwice() {
        var administrator = testAccounts.tokenFor(Role.ADMINISTRATOR);
        var id = account();
        var body = "{\"opId\": \"%s\"}".formatted(UUID.randomUUID());
        var address = "/api/v1/accounts/" + id + "/sign-in-link";

        assertThat(send(administrator, HttpMethod.POST, address, body))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.link")
                .asString()
                .startsWith("/sign-in?code=")
                .endsWith("&to=/console");
        assertThat(send(administrator, HttpMethod.POST, address, body))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/access/secret-shown-once");
    }

    @Test
    void aLinkLeadsNowhereButToOurOwnPages() {
        var administrator = testAccounts.tokenFor(Role.ADMINISTRATOR);
        var address = "/api/v1/accounts/" + account() + "/sign-in-link";

        for (var page : List.of("//evil.example", "https://evil.example", "/a?b", "/\\\\evil")) {
            var body = "{\"opId\": \"%s\", \"page\": \"%s\"}".formatted(UUID.randomUUID(), page);
            assertThat(send(administrator, HttpMethod.POST, address, body)).hasStatus(422);
        }
    }

    @Test
    void whoIsPostedElsewhereIsNotThereForAnAreasAdministrator() {
        var here = testAccounts.tokenFor(Role.ADMINISTRATOR, HERE, null);
        var neighbour = account(new Post(Role.VIEWER, "there", THERE, null));
        var colleague = account(new Post(Role.VIEWER, "here", HERE, null));
        var both =
                account(
                        new Post(Role.VIEWER, "here", HERE, null),
                        new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null));

        assertThat(link(here, neighbour)).hasStatus(404);
        assertThat(link(here, "staff:" + UUID.randomUUID())).hasStatus(404);
        assertThat(link(here, both)).hasStatus(403);
        assertThat(link(here, colleague)).hasStatus(201);
        assertThat(send(here, HttpMethod.DELETE, "/api/v1/accounts/" + neighbour, null))
                .hasStatus(404);
        assertThat(send(here, HttpMethod.PUT, "/api/v1/accounts/" + both + "/posts", posts()))
                .hasStatus(403);
        assertThat(text(send(here, HttpMethod.GET, "/api/v1/accounts?limit=200", null)))
                .contains(colleague)
                .doesNotContain(neighbour);
    }

    @Test
    void whoLeftIsBackOnceAnAdministratorGivesThemAPost() {
        var administrator = testAccounts.tokenFor(Role.ADMINISTRATOR);
        var id = account(new Post(Role.VIEWER, "here", HERE, null));
        var address = "/api/v1/accounts/" + id;
        send(administrator, HttpMethod.DELETE, address, null);
        assertThat(link(administrator, id)).hasStatus(404);

        assertThat(send(administrator, HttpMethod.PUT, address + "/posts", posts()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.active")
                .isEqualTo(false);
        var post =
                """
                {"opId": "%s", "posts": [{"role": "viewer", "areaCode": "/"}]}
                """
                        .formatted(UUID.randomUUID());
        assertThat(send(administrator, HttpMethod.PUT, address + "/posts", post))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.active")
                .isEqualTo(true);

        assertThat(link(administrator, id)).hasStatus(201);
    }

    @Test
    void nobodyGivesAwayMoreThanTheyHave() {
        var here = testAccounts.tokenFor(Role.ADMINISTRATOR, HERE, null);
        var address = "/api/v1/accounts/" + account() + "/posts";
        var everything =
                """
                {"opId": "%s", "posts": [{"role": "administrator", "areaCode": "/"}]}
                """
                        .formatted(UUID.randomUUID());
        var token =
                """
                {"opId": "%s", "name": "all", "role": "viewer", "areaCode": "/"}
                """
                        .formatted(UUID.randomUUID());

        assertThat(send(here, HttpMethod.PUT, address, everything))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/access/no-such-area");
        assertThat(send(here, HttpMethod.POST, "/api/v1/tokens", token)).hasStatus(422);
    }

    @Test
    void aTokenOpensWhatItsPostAllowsUntilItIsRevoked() {
        var administrator = testAccounts.tokenFor(Role.ADMINISTRATOR);
        var body =
                """
                {"opId": "%s", "name": "hotline", "role": "administrator", "areaCode": "/"}
                """
                        .formatted(UUID.randomUUID());
        var made = send(administrator, HttpMethod.POST, "/api/v1/tokens", body);
        assertThat(made).hasStatus(201);
        var token = text(made).replaceFirst(".*\"token\":\"([^\"]*)\".*", "$1");
        var id = text(made).replaceFirst(".*\"id\":(\\d+).*", "$1");

        assertThat(send(token, HttpMethod.GET, "/api/v1/tokens?limit=1", null)).hasStatusOk();
        assertThat(
                        send(
                                testAccounts.tokenFor(Role.ADMINISTRATOR, HERE, null),
                                HttpMethod.DELETE,
                                "/api/v1/tokens/" + id,
                                null))
                .hasStatus(404);
        assertThat(send(administrator, HttpMethod.DELETE, "/api/v1/tokens/" + id, null))
                .hasStatus(204);
        assertThat(send(token, HttpMethod.GET, "/api/v1/tokens?limit=1", null)).hasStatus(401);
    }

    @Test
    void aListIsReadPageByPage() {
        var here = testAccounts.tokenFor(Role.ADMINISTRATOR, "/adm/pages/", null);
        var posted = new Post(Role.VIEWER, "pages", "/adm/pages/", null);
        var made = List.of(account(posted), account(posted), account(posted));

        var seen = new java.util.ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page =
                    text(
                            send(
                                    here,
                                    HttpMethod.GET,
                                    "/api/v1/accounts?limit=2&cursor=" + cursor,
                                    null));
            made.stream().filter(page::contains).forEach(seen::add);
            var next = page.replaceFirst(".*\"next\":(?:null|\"([^\"]*)\").*", "$1");
            cursor = next.isEmpty() ? null : next;
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        assertThat(send(here, HttpMethod.GET, "/api/v1/accounts?limit=201", null)).hasStatus(422);
    }

    private MvcTestResult create(String token, String id, String... posts) {
        return send(
                token,
                HttpMethod.POST,
                "/api/v1/accounts",
                "{\"opId\": \"%s\", \"id\": \"%s\", \"name\": \"林立\", \"posts\": [%s]}"
                        .formatted(UUID.randomUUID(), id, String.join(",", posts)));
    }

    private MvcTestResult setOwnPosts(String session, String id, String... posts) {
        return inSession(
                session,
                mvc.put()
                        .uri("/api/v1/accounts/" + id + "/posts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"opId\": \"%s\", \"posts\": [%s]}"
                                        .formatted(UUID.randomUUID(), String.join(",", posts))));
    }

    private static MvcTestResult inSession(
            String session, MockMvcTester.MockMvcRequestBuilder request) {
        return request.cookie(new Cookie("linli_session", session))
                .header("X-Linli", "1")
                .exchange();
    }

    private static String field(MvcTestResult refused) {
        return text(refused).replaceFirst(".*\"field\":\"([^\"]*)\".*", "$1");
    }

    private String account(Post... posts) {
        var id = "staff:" + UUID.randomUUID();
        accounts.ensure(id, "林立");
        accounts.setPosts(id, List.of(posts));
        return id;
    }

    private MvcTestResult link(String token, String id) {
        return send(
                token,
                HttpMethod.POST,
                "/api/v1/accounts/" + id + "/sign-in-link",
                "{\"opId\": \"%s\"}".formatted(UUID.randomUUID()));
    }

    private static String posts() {
        return "{\"opId\": \"%s\", \"posts\": []}".formatted(UUID.randomUUID());
    }

    private MvcTestResult send(
            String token, HttpMethod method, String address, @Nullable String body) {
        var request = mvc.method(method).uri(address).header("Authorization", "Bearer " + token);
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(
                answer.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
