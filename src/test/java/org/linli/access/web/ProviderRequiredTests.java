package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Where an installation requires two factors at the other system, and when that is away. */
@LinliTest
class ProviderRequiredTests {

    private static final LyingProvider PROVIDER = new LyingProvider();
    private static final String ENTRY = "/api/v1/session/provider";

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private JsonMapper json;

    @DynamicPropertySource
    static void connected(DynamicPropertyRegistry settings) {
        settings.add("linli.access.address", () -> "http://localhost");
        settings.add("linli.access.provider.issuer", PROVIDER::issuer);
        settings.add("linli.access.provider.client-id", () -> LyingProvider.CLIENT);
        settings.add("linli.access.provider.name", () -> "区统一登录");
        settings.add("linli.access.provider.amr", () -> "otp");
        settings.add("linli.access.provider.required", () -> "true");
        settings.add("linli.outbound.allowed", PROVIDER::authority);
    }

    @Test
    void oneFactorThereDoesNotOpenThisDoorAndNobodyDoesWhileItIsAway() {
        var subject = linked();
        PROVIDER.says((provider, claims) -> provider.signed(claims.claim("amr", List.of("pwd"))));
        assertProblem(enter(subject), 403, "provider-too-weak");
        PROVIDER.says((provider, claims) -> provider.signed(claims.claim("amr", List.of("otp"))));
        assertThat(enter(subject)).hasStatus(201);

        PROVIDER.stop();

        assertProblem(enter(subject), 503, "provider-unreachable");
    }

    private String linked() {
        var id = "staff:" + UUID.randomUUID();
        accounts.ensure(id, "林立");
        accounts.setPosts(
                id, List.of(new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null)));
        var browser = new Browser(mvc);
        var code = signIn.issue(id, "test").code();
        assertThat(browser.post("/api/v1/session", "{'code': '%s'}".formatted(code)))
                .hasStatus(201);
        var subject = UUID.randomUUID().toString();
        assertThat(
                        browser.put(
                                "/api/v1/accounts/" + id + "/provider",
                                "{'subject': '%s'}".formatted(subject)))
                .hasStatus(204);
        return subject;
    }

    private MvcTestResult enter(String subject) {
        var browser = new Browser(mvc);
        String address = JsonPath.read(text(browser.post(ENTRY + "/journey", "")), "$.address");
        return browser.post(ENTRY, json.writeValueAsString(PROVIDER.back(address, subject)));
    }

    private static void assertProblem(MvcTestResult answer, int status, String type) {
        assertThat(answer).hasStatus(status);
        assertThat(JsonPath.<String>read(text(answer), "$.type"))
                .isEqualTo("/problems/access/" + type);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
