package org.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no HTTP client sends, sent byte for byte: the answer is a problem all the same. */
@LinliTest
class RawRequestTests {

    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET //api/v1/session HTTP/1.1",
                "GET // HTTP/1.1",
                "POST // HTTP/1.1",
                "GET /health HTTP/9.9",
                "POST /api/v1/session HTTP/1.1\r\nContent-Type: */*\r\nContent-Length: 0",
                "POST /api/v1/session HTTP/1.1\r\nContent-Type: application/*\r\nContent-Length: 0",
                "GET /api/%2e%2e/health HTTP/1.1",
                "GET /api/../../etc/passwd HTTP/1.1",
                "GET /api/v1/session;a=b HTTP/1.1",
                "GET /api/v1/accounts/%00/posts HTTP/1.1",
                "GET /api/v1/accounts/a%2Fb HTTP/1.1",
                "GET /%ff%fe HTTP/1.1",
                "GET /api/v1/%zz HTTP/1.1",
                "GET /<script> HTTP/1.1",
                "GET /api/v1/nothing HTTP/1.1",
                "GET /nowhere/at/all HTTP/1.1",
                "GET /console/assets/missing-12345678.js HTTP/1.1",
                "GET /api/v1/session?code=%zz HTTP/1.1",
                "GET /api/v1/accounts?cursor=%00 HTTP/1.1",
                "GET /api/v1/charter?%00=1 HTTP/1.1",
                "PATCH /api/v1/session HTTP/1.1",
                "TRACE /api/v1/session HTTP/1.1",
                "BREW /api/v1/session HTTP/1.1",
                "POST /api/v1/session HTTP/1.1\r\nContent-Length: abc",
                "POST /api/v1/session HTTP/1.1\r\nContent-Length: 0",
                "POST /api/v1/session HTTP/1.1\r\nTransfer-Encoding: gzip",
                "OPTIONS /api/v1/session HTTP/1.1\r\nOrigin: https://evil.example\r\n"
                        + "Access-Control-Request-Method: DELETE",
                "GET /error HTTP/1.1",
                "GET /api/v1/session HTTP/1.1\r\nAuthorization: Bearer \u00e4\u0001",
                "GET /api/v1/session HTTP/1.1\r\nAccept: image/png",
                "GET /api/v1/session HTTP/1.1\r\nAccept: \u00ff;;q=x",
                "GET /api/v1/session HTTP/1.1\r\nAccept-Language: \u00ff;;q=x"
            })
    void isAnsweredWithAProblem(String head) throws IOException {
        var answer = send(head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .as(head)
                .startsWith("HTTP/1.1 4")
                .contains("Content-Type: application/problem+json", "\"type\":\"/problems/")
                .doesNotContain("<html", "org.apache", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00=1", "a=1&b", "{\"a\":1}", "%zz=1"})
    void formsAreNoBodies(String body) throws IOException {
        var answer =
                send(
                        """
                        POST /api/v1/resident/session HTTP/1.1\r
                        Host: localhost\r
                        Connection: close\r
                        X-Linli: 1\r
                        Content-Type: application/x-www-form-urlencoded\r
                        Content-Length: %d\r
                        \r
                        %s\
                        """
                                .formatted(body.length(), body));

        assertThat(answer).as(body).startsWith("HTTP/1.1 415").contains("/problems/");
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 200_000})
    void headersWithoutEndAreRefused(int length) throws IOException {
        var header = "X-Long: " + "a".repeat(length);

        var answer = send("GET /health HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<html", "Exception");
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException refusedBeforeTheEnd) {
                // the answer may be there all the same
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
