package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.access.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signing in and out of a browser, and what other sites' pages cannot do in its name. */
@LinliTest
class SessionStoryTests {

    private static final String SESSION = "/api/v1/session";

    @Autowired private MockMvcTester mvc;

    @Autowired private Accounts accounts;

    @Autowired private SignIn signIn;

    @Autowired private TestAccounts testAccounts;

    @Test
    void aLinkOpensASessionThatThePagesCanUseAndLeave() {
        var id = person();
        var code = signIn.issue(id, "test").code();

        var opened = open(code);
        assertThat(opened).hasStatus(201).bodyJson().extractingPath("$.actor.id").isEqualTo(id);
        assertThat(opened.getResponse().getHeader(HttpHeaders.SET_COOKIE))
                .contains("linli_session=", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=")
                .doesNotContain("Secure");
        var cookie = cookie(opened);

        assertThat(mvc.get().uri(SESSION).cookie(cookie))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.actor.name")
                .isEqualTo("陈晓");
        assertThat(open(code)).hasStatus(401);
        assertThat(mvc.delete().uri(SESSION).cookie(cookie).header("X-Linli", "1")).hasStatus(204);
        assertThat(mvc.get().uri(SESSION).cookie(cookie)).hasStatus(401);
    }

    @Test
    void theCookieOfAnEncryptedConnectionNeverTravelsOnAnotherOne() {
        var code = signIn.issue(person(), "test").code();

        var opened =
                mvc.post()
                        .uri(SESSION)
                        .secure(true)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"code\": \"" + code + "\"}")
                        .exchange();

        assertThat(opened.getResponse().getHeader(HttpHeaders.SET_COOKIE)).contains("Secure");
    }

    @Test
    void whoHasNotSignedInIsToldSoInTheirLanguage() {
        assertThat(mvc.get().uri("/api/v1/accounts"))
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("请先登录。");
        assertThat(mvc.get().uri("/api/v1/accounts").header("Accept-Language", "en-GB,zh;q=0.5"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Sign in first.");
    }

    @Test
    void aTokenThatIsNoneIsRefusedEvenWhereNobodyNeedsOne() {
        assertThat(mvc.get().uri("/health").header("Authorization", "Bearer nonsense"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/access/token-not-usable");
        assertThat(mvc.get().uri("/health").header("Authorization", "Basic YTpi")).hasStatus(401);
    }

    @Test
    void pagesAreToldWhatSomebodyMayDo() {
        assertThat(mvc.get().uri(SESSION).header("Authorization", bearer(Role.AUDITOR)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.may")
                .asArray()
                .contains("AUDIT_READ", "INDICATOR_READ")
                .doesNotContain("ACCOUNT_ADMINISTER", "CASE_DISPATCH");
    }

    @Test
    void aPostThatAllowsItNowhereIsForbidden() {
        assertThat(mvc.get().uri("/api/v1/accounts").header("Authorization", bearer(Role.VIEWER)))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/access/not-permitted");
    }

    @Test
    void anotherSitesPageCannotWriteInABrowsersName() {
        var cookie = cookie(open(signIn.issue(person(), "test").code()));

        assertThat(mvc.delete().uri(SESSION).cookie(cookie)).hasStatus(403);
        assertThat(
                        mvc.delete()
                                .uri(SESSION)
                                .cookie(cookie)
                                .header("X-Linli", "1")
                                .header("Sec-Fetch-Site", "cross-site"))
                .hasStatus(403);
        assertThat(
                        mvc.delete()
                                .uri(SESSION)
                                .cookie(cookie)
                                .header("X-Linli", "1")
                                .header("Host", "linli.example")
                                .header("Origin", "https://evil.example"))
                .hasStatus(403);
        assertThat(mvc.get().uri(SESSION).cookie(cookie)).hasStatusOk();
        assertThat(
                        mvc.delete()
                                .uri(SESSION)
                                .cookie(cookie)
                                .header("X-Linli", "1")
                                .header("Host", "linli.example")
                                .header("Origin", "https://linli.example"))
                .hasStatus(204);
    }

    @Test
    void anEndedSessionMakesAStrangerWhoMayStillReadAndSignInAgain() {
        var stale = new Cookie("linli_session", "gone");

        assertThat(mvc.get().uri("/health").cookie(stale)).hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/accounts").cookie(stale))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/access/session-ended");
        var code = signIn.issue(person(), "test").code();
        assertThat(
                        mvc.post()
                                .uri(SESSION)
                                .cookie(stale)
                                .header("X-Linli", "1")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"code\": \"" + code + "\"}"))
                .hasStatus(201);
    }

    private String person() {
        var id = "test:" + UUID.randomUUID();
        accounts.ensure(id, "陈晓");
        return id;
    }

    private String bearer(Role role) {
        return "Bearer " + testAccounts.tokenFor(role);
    }

    private MvcTestResult open(String code) {
        return mvc.post()
                .uri(SESSION)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"code\": \"" + code + "\"}")
                .exchange();
    }

    private static Cookie cookie(MvcTestResult opened) {
        var header = String.valueOf(opened.getResponse().getHeader(HttpHeaders.SET_COOKIE));
        var secret = header.replaceFirst("linli_session=([^;]*);.*", "$1");
        return new Cookie("linli_session", secret);
    }
}
