package org.linli.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom Linli calls, and where it lets a name lead, against a real server. */
class OutboundHttpTests {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private String endpoint;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint = "partner.example:" + server.getAddress().getPort();
        server.createContext("/", exchange -> answer(exchange, 200, "{}"));
        server.createContext("/moved", this::redirect);
        server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(65 << 10)));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whoIsListedIsCalledAlsoInside() throws CallFailed {
        var http = http(List.of(endpoint), "127.0.0.1");

        assertThat(http.get(address("/"))).isEqualTo(new OutboundHttp.Reply(200, "{}"));
        assertThat(http.post(address("/"), "a=b", "Basic eA==").status()).isEqualTo(200);
        assertThat(http.send(address("/"), "{}", Map.of("webhook-id", "1")).status())
                .isEqualTo(200);
    }

    @Test
    void whoIsNotListedIsNot() {
        var http = http(List.of("other.example:443"), "127.0.0.1");

        assertThatThrownBy(() -> http.get(address("/"))).isInstanceOf(CallFailed.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aPartnerIsCalledOutsideAndEncryptedOnly() {
        var partner = new OutboundPartner(address("/"));
        var http = http(List.of(), List.of(partner), "127.0.0.1");
        var encrypted = URI.create(address("/").toString().replace("http:", "https:"));

        assertThatThrownBy(() -> http.get(address("/"))).isInstanceOf(CallFailed.class);
        assertThatThrownBy(() -> http.get(encrypted))
                .hasRootCauseMessage("partner.example leads where nobody is called");
        assertThat(asked).hasValue(0);
    }

    @Test
    void oneBadAddressOfANameIsEnough() {
        var http = http(List.of(endpoint), "127.0.0.1", "169.254.169.254");

        assertThatThrownBy(() -> http.get(address("/"))).isInstanceOf(CallFailed.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void redirectsAreNotFollowedAndLongAnswersNotRead() throws CallFailed {
        var http = http(List.of(endpoint), "127.0.0.1");

        assertThat(http.get(address("/moved")).status()).isEqualTo(302);
        assertThat(asked).hasValue(1);
        assertThatThrownBy(() -> http.get(address("/long"))).hasMessageContaining("More");
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8,OUTSIDE",
        "2400:3200::1,OUTSIDE",
        "127.8.9.10,INSIDE",
        "10.0.0.1,INSIDE",
        "172.31.0.1,INSIDE",
        "192.168.1.1,INSIDE",
        "100.64.0.1,INSIDE",
        "::1,INSIDE",
        "fd00::1,INSIDE",
        "::ffff:10.0.0.1,INSIDE",
        "64:ff9b::7f00:1,INSIDE",
        "2002:a00:1::,INSIDE",
        "169.254.169.254,NOWHERE",
        "100.100.100.200,NOWHERE",
        "0.0.0.0,NOWHERE",
        "::,NOWHERE",
        "224.0.0.1,NOWHERE",
        "255.255.255.255,NOWHERE",
        "fe80::1,NOWHERE",
        "fd00:ec2::254,NOWHERE",
        "::ffff:169.254.169.254,NOWHERE",
        "64:ff9b::a9fe:a9fe,NOWHERE",
    })
    void whereAnAddressLeads(String address, Reach reach) throws IOException {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(reach);
    }

    private URI address(String path) {
        return URI.create("http://" + endpoint + path);
    }

    private static OutboundHttp http(List<String> allowed, String... leadsTo) {
        return http(allowed, List.of(), leadsTo);
    }

    private static OutboundHttp http(
            List<String> allowed, List<OutboundPartner> partners, String... leadsTo) {
        return new OutboundHttp(
                new OutboundSettings(allowed),
                partners,
                _ -> {
                    var addresses = new InetAddress[leadsTo.length];
                    for (var i = 0; i < leadsTo.length; i++) {
                        addresses[i] = InetAddress.getByName(leadsTo[i]);
                    }
                    return addresses;
                });
    }

    private void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", "/");
        answer(exchange, 302, "{}");
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked.incrementAndGet();
        exchange.sendResponseHeaders(status, body.length());
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }
}
