package org.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What every answer tells the browser about the limits of a page, whatever is asked and how. */
@LinliTest
class WallsTests {

    private static final List<String> WALLS =
            List.of(
                    "X-Content-Type-Options: nosniff",
                    "X-Frame-Options: DENY",
                    "Referrer-Policy: no-referrer",
                    "Permissions-Policy: geolocation=(self), camera=(self), microphone=()",
                    "Content-Security-Policy: default-src 'none'; script-src 'self'; "
                            + "style-src 'self'; img-src 'self' data: blob:; "
                            + "font-src 'self'; connect-src 'self'; worker-src 'self'; "
                            + "manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                            + "frame-ancestors 'none'; "
                            + "require-trusted-types-for 'script'; "
                            + "trusted-types default vue");

    @LocalServerPort private int port;

    @Autowired private TestDistrict district;
    @Autowired private MockMvcTester mvc;
    @Autowired private ServletContext context;

    @BeforeEach
    void thereIsAMap() {
        district.load();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "HEAD /",
                "GET /console",
                "HEAD /console",
                "GET /console/cases",
                "GET /field",
                "HEAD /field/",
                "GET /sign-in",
                "GET /console/assets/none.js",
                "GET /api/v1/session",
                "HEAD /api/v1/session",
                "OPTIONS /api/v1/cases",
                "DELETE /api/v1/cases",
                "GET /api/v1/matters",
                "GET /api/openapi.json",
                "GET /api/nothing",
                "GET /nowhere",
                "GET /health",
                "GET /tiles/cells/master/14/1/1.mvt",
                "GET /tiles/cells/master/99/1/1.mvt",
                "GET //api/v1/session",
                "GET /api/v1/session;a=b",
                "GET /api/v1/cases/%00",
                "GET /api/v1/%zz",
                "GET /<script>",
                "TRACE /"
            })
    void standAroundEveryAnswerOnce(String request) throws IOException {
        var head = head(request);

        WALLS.forEach(wall -> assertThat(head).filteredOn(wall::equals).as("%s", head).hasSize(1));
        assertThat(head.stream().filter(line -> line.startsWith("Cache-Control:"))).hasSize(1);
        assertThat(head).noneMatch(line -> line.startsWith("Access-Control-"));
        assertThat(head).noneMatch(line -> line.startsWith("Server:"));
    }

    @Test
    void whoeverCameByHttpsIsToldToStayWithIt() {
        assertThat(mvc.get().uri("/health").secure(true))
                .hasHeader("Strict-Transport-Security", "max-age=31536000");
        assertThat(mvc.get().uri("/health")).doesNotContainHeader("Strict-Transport-Security");
    }

    /** Browsers are told to believe what we say a file is. */
    @Test
    void theManifestOfAnAppIsOne() {
        assertThat(context.getMimeType("manifest.webmanifest"))
                .isEqualTo("application/manifest+json");
    }

    private List<String> head(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var sent = request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            var answer = socket.getInputStream().readAllBytes();
            var text = new String(answer, StandardCharsets.ISO_8859_1);
            return text.substring(0, text.indexOf("\r\n\r\n")).lines().toList();
        }
    }
}
