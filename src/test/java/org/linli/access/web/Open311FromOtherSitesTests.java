package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS;
import static org.springframework.http.HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS;
import static org.springframework.http.HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS;
import static org.springframework.http.HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.access.TestAccounts;
import org.linli.intake.TestGround;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A page of another site is a client of Open311, and of nothing else. */
@LinliTest
class Open311FromOtherSitesTests {

    private static final String V2 = "/open311/v2";

    private final String address = "10.31.1." + ThreadLocalRandom.current().nextInt(1, 255);

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private TestAccounts testAccounts;
    @Autowired private TestGround ground;
    @Autowired private JdbcClient sql;
    @Autowired private JsonMapper json;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/discovery.json",
                "/services.xml",
                "/services/12004.json",
                "/requests.json",
                "/services/99999.json",
                "/requests.json?status=lost",
                "/nothing"
            })
    void itsPagesReadEveryAnswerBeItARefusal(String what) {
        assertThat(elsewhere(HttpMethod.GET, V2 + what))
                .hasHeader(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .doesNotContainHeader(ACCESS_CONTROL_ALLOW_CREDENTIALS);
    }

    @Test
    void itIsAskedFirstAndSaysYesToAnybody() {
        assertThat(preflight(V2 + "/requests.json"))
                .hasStatus(204)
                .hasHeader(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .hasHeader(ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
                .hasHeader(ACCESS_CONTROL_ALLOW_HEADERS, "*")
                .doesNotContainHeader(ACCESS_CONTROL_ALLOW_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/reports",
                "/api/v1/session",
                "/api/v1/cases",
                "/api/v1/tracking/ABCD",
                "/open311",
                "/open311v2/requests.json",
                "/health",
                "/"
            })
    void nothingElseAnswersAnotherSitesPage(String what) {
        assertThat(preflight(what))
                .hasStatus(403)
                .doesNotContainHeader(ACCESS_CONTROL_ALLOW_ORIGIN)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/access/other-origin");
        assertThat(elsewhere(HttpMethod.GET, what))
                .doesNotContainHeader(ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    @Test
    void whoeverIsSignedInHereReportsThereAsAnybody() {
        ground.load();
        var cookie = signedIn();

        var answer = reporting().cookie(cookie).exchange();

        assertThat(answer).hasStatus(201).hasHeader(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        assertThat(reporter(answer.getResponse().getContentAsByteArray())).isEqualTo("anonymous");
    }

    @Test
    void aKeyOfThePagesOwnSpeaksForItsHolder() {
        ground.load();
        var key = testAccounts.tokenFor(Role.VIEWER);

        var answer = reporting().param("api_key", key).cookie(signedIn()).exchange();

        assertThat(answer).hasStatus(201);
        assertThat(reporter(answer.getResponse().getContentAsByteArray())).startsWith("token:");
    }

    private MockMvcRequestBuilder reporting() {
        var where = ground.spot(41);
        return elsewhere(HttpMethod.POST, V2 + "/requests.json")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("service_code", "12004")
                .param("attribute[HOW]", "out")
                .param("lat", Double.toString(where.latitude()))
                .param("long", Double.toString(where.longitude()));
    }

    private MockMvcRequestBuilder preflight(String what) {
        return elsewhere(HttpMethod.OPTIONS, what)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-requested-with");
    }

    private MockMvcRequestBuilder elsewhere(HttpMethod method, String what) {
        return mvc.method(method)
                .uri(what)
                .header("Host", "linli.example")
                .header("Origin", "https://map.example")
                .header("Sec-Fetch-Site", "cross-site")
                .remoteAddress(address);
    }

    private Cookie signedIn() {
        var person = "test:" + UUID.randomUUID();
        accounts.ensure(person, "陈晓");
        var code = signIn.issue(person, "test").code();
        var opened =
                mvc.post()
                        .uri("/api/v1/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"code\": \"" + code + "\"}")
                        .exchange();
        var header = String.valueOf(opened.getResponse().getHeader(HttpHeaders.SET_COOKIE));
        return new Cookie("linli_session", header.replaceFirst("linli_session=([^;]*);.*", "$1"));
    }

    private String reporter(byte[] accepted) {
        var caseNo = json.readTree(accepted).get(0).path("service_request_id").asString();
        return sql.sql("select reporter from cases.case_file where case_no = :no")
                .param("no", caseNo)
                .query(String.class)
                .single();
    }
}
