package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for figures as a client of the API does. */
record Asking(MockMvcTester mvc, String token) {

    private static final JsonMapper JSON = new JsonMapper();

    MvcTestResult get(String uri) {
        return mvc.get().uri(uri).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
    }

    JsonNode json(String uri) {
        var result = get(uri);
        assertThat(result).hasStatusOk();
        try {
            return JSON.readTree(result.getResponse().getContentAsByteArray());
        } catch (RuntimeException unreadable) {
            throw new AssertionError(uri, unreadable);
        }
    }

    /** The figures that a query asks for. */
    Figures figures(String query) {
        return Figures.of(json("/api/v1/indicators?" + query));
    }
}
