package org.linli.notices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.TestDistrict;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People with accounts of their own, signed in at their pages: tokens have no inbox. */
@Lazy
@Component
class Staff {

    private final MockMvcTester mvc;
    private final Accounts accounts;
    private final TestAccounts tokens;
    private final JsonMapper json;
    private final Map<String, Cookie> cookies = new HashMap<>();

    Staff(MockMvcTester mvc, Accounts accounts, TestAccounts tokens, JsonMapper json) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.tokens = tokens;
        this.json = json;
    }

    /** A new handler of a unit. */
    String handler(String unit) {
        return newcomer(Role.UNIT_HANDLER, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, unit);
    }

    String newcomer(Role role, String area, String path, @Nullable String unit) {
        var id = "staff:" + UUID.randomUUID();
        accounts.ensure(id, "某人");
        accounts.setPosts(id, List.of(new Post(role, area, path, unit)));
        return id;
    }

    JsonNode inbox(String who) {
        return get(who, "/api/v1/notices");
    }

    /** The topics of an inbox that are about a case, the newest first. */
    List<String> told(String who, String caseNo) {
        return inbox(who)
                .get("items")
                .valueStream()
                .filter(item -> caseNo.equals(item.get("caseNo").asString("")))
                .map(item -> item.get("topic").asString())
                .toList();
    }

    JsonNode get(String who, String uri) {
        var result = mvc.get().uri(uri).cookie(cookie(who)).exchange();
        assertThat(result).as(uri).hasStatusOk();
        return read(result);
    }

    JsonNode read(MvcTestResult result) {
        return json.readTree(text(result));
    }

    MvcTestResult put(String who, String uri, Map<String, ?> body) {
        return send("PUT", who, uri, body);
    }

    MvcTestResult send(String method, String who, String uri, Map<String, ?> body) {
        return mvc.method(HttpMethod.valueOf(method))
                .uri(uri)
                .cookie(cookie(who))
                .header("X-Linli", "1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    private Cookie cookie(String who) {
        return cookies.computeIfAbsent(who, this::signedIn);
    }

    private Cookie signedIn(String who) {
        var link =
                mvc.post()
                        .uri("/api/v1/accounts/{id}/sign-in-link", who)
                        .header("Authorization", "Bearer " + tokens.tokenFor(Role.ADMINISTRATOR))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"opId\":\"%s\"}".formatted(UUID.randomUUID()))
                        .exchange();
        var code = json.readTree(text(link)).get("link").asString().replaceAll(".*code=|&.*", "");
        var opened =
                mvc.post()
                        .uri("/api/v1/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("code", code)))
                        .exchange();
        var cookie = String.valueOf(opened.getResponse().getHeader("Set-Cookie")).split("[=;]", 3);
        return new Cookie(cookie[0], cookie[1]);
    }

    static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
