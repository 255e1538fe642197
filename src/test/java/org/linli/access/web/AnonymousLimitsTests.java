package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One address cannot drown out the others, and whoever signs in is not held up. */
@LinliTest
@TestPropertySource(
        properties = {
            "linli.anonymous.tracking-per-minute=3",
            "linli.anonymous.codes-per-minute=2"
        })
class AnonymousLimitsTests {

    @LocalServerPort private int port;

    @Autowired private MockMvcTester mvc;

    @Autowired private TestAccounts accounts;

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        for (var i = 0; i < 3; i++) {
            assertThat(ask("192.0.2.1").getResponse().getStatus()).isNotEqualTo(429);
        }

        var refused = ask("192.0.2.1");

        assertThat(refused).hasStatus(429).hasHeader("Retry-After", "20");
        assertThat(ask("192.0.2.2").getResponse().getStatus()).isNotEqualTo(429);
    }

    @Test
    void aHeaderThatNobodyVouchesForMakesNoOneSomebodyElse() throws Exception {
        var answers = new java.util.ArrayList<Integer>();
        for (var i = 0; i < 4; i++) {
            answers.add(Forwarded.status(port, "/api/v1/tracking/nothing", "198.51.100." + i));
        }

        assertThat(answers).last().isEqualTo(429);
    }

    @Test
    void aHouseholdsIpv6AddressesAreOne() {
        for (var i = 0; i < 3; i++) {
            ask("2001:db8:1:1::" + i);
        }

        assertThat(ask("2001:db8:1:1:ffff::1")).hasStatus(429);
        assertThat(ask("2001:db8:1:2::1").getResponse().getStatus()).isNotEqualTo(429);
    }

    @Test
    void guessingCodesIsSlowedDown() {
        for (var i = 0; i < 2; i++) {
            assertThat(guess()).hasStatus(401);
        }

        assertThat(guess()).hasStatus(429);
    }

    @Test
    void whoSignsInIsNotCounted() {
        var token = "Bearer " + accounts.tokenFor(Role.VIEWER);

        for (var i = 0; i < 10; i++) {
            assertThat(
                            mvc.get()
                                    .uri("/api/v1/tracking/nothing")
                                    .header("Authorization", token)
                                    .exchange()
                                    .getResponse()
                                    .getStatus())
                    .isNotEqualTo(429);
        }
    }

    @Test
    void anIpv4AddressIsItselfAndAnIpv6AddressItsNetwork() {
        assertThat(Network.of("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Network.of("2001:db8::1")).isEqualTo(Network.of("2001:db8:0:0:ffff::2"));
        assertThat(Network.of("::ffff:192.0.2.1")).isEqualTo("::ffff:192.0.2.1");
    }

    private MvcTestResult guess() {
        return mvc.post()
                .uri("/api/v1/session")
                .with(request -> {
                    request.setRemoteAddr("192.0.2.9");
                    return request;
                })
                .header("Content-Type", "application/json")
                .content("{\"code\": \"guess\"}")
                .exchange();
    }

    private MvcTestResult ask(String from) {
        return mvc.get()
                .uri("/api/v1/tracking/nothing")
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                })
                .exchange();
    }
}
