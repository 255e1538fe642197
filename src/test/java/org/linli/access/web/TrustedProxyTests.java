package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A proxy that the operator names is believed when it says who asks. */
@LinliTest
@TestPropertySource(
        properties = {"linli.trusted-proxies=127.0.0.1", "linli.anonymous.tracking-per-minute=2"})
class TrustedProxyTests {

    private static final String ADDRESS = "/api/v1/tracking/nothing";

    @LocalServerPort private int port;

    @Test
    void eachOfItsClientsIsCountedAlone() throws Exception {
        var answers = new ArrayList<Integer>();
        for (var i = 0; i < 3; i++) {
            answers.add(Forwarded.status(port, ADDRESS, "198.51.100.1"));
        }

        assertThat(answers).last().isEqualTo(429);
        assertThat(Forwarded.status(port, ADDRESS, "198.51.100.2")).isNotEqualTo(429);
    }

    @Test
    void whatItsClientClaimsToBeIsNotBelieved() throws Exception {
        for (var i = 0; i < 2; i++) {
            Forwarded.status(port, ADDRESS, "203.0.113." + i + ", 198.51.100.9");
        }

        assertThat(Forwarded.status(port, ADDRESS, "203.0.113.7, 198.51.100.9")).isEqualTo(429);
    }
}
