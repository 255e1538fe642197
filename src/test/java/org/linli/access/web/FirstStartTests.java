package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.linli.LinliTest;
import org.linli.access.Setup;
import org.linli.access.SetupRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The first start, step by step: shut until whoever holds the machine opens it, and only once. */
@LinliTest
@TestPropertySource(properties = {"linli.test.nobody=true", "linli.data=target/first-start"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartTests {

    @Autowired private MockMvcTester mvc;

    @Autowired private Setup setup;

    @Test
    @Order(1)
    void everythingIsShutButSetupAndHealth() {
        for (var address : new String[] {"/", "/console/", "/api/v1/session", "/api/v1/cases"}) {
            assertThat(mvc.get().uri(address).header("Accept-Language", "en"))
                    .hasStatus(503)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains("./linli setup");
        }
        assertThat(mvc.get().uri("/health")).hasStatusOk();
    }

    @Test
    @Order(1)
    void aPersonInABrowserIsShownTheWay() {
        assertThat(mvc.get().uri("/console/").header("Accept", "text/html,*/*"))
                .hasStatus(503)
                .hasHeader("Refresh", "0; url=/setup");
        assertThat(mvc.get().uri("/setup").exchange().getResponse().getStatus()).isNotEqualTo(503);
        assertThat(mvc.get().uri("/assets/a-1.js").exchange().getResponse().getStatus())
                .isNotEqualTo(503);
    }

    @Test
    @Order(2)
    void aWrongCodeOpensNothing() {
        setup.newCode();

        assertThat(make("0".repeat(40), "127.0.0.1")).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/session")).hasStatus(503);
    }

    @Test
    @Order(3)
    void theRightCodeFromAnotherMachineOpensNothing() {
        var code = setup.newCode();

        assertThat(make(code, "192.0.2.7"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/setup/only-from-here");
    }

    @Test
    @Order(4)
    void onlyTheLastCodeCountsAndItsFileIsItsOwnersAlone() throws IOException {
        var old = setup.newCode();
        var code = setup.newCode();

        assertThat(Files.readString(setup.file())).isEqualToIgnoringWhitespace(code);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(setup.file())))
                .isEqualTo("rw-------");
        assertThat(make(old, "127.0.0.1")).hasStatus(403);
    }

    @Test
    @Order(5)
    void theRightCodeMakesOneAdministratorWhoSignsInByLink() {
        var code = setup.newCode();
        var typed = code.toUpperCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ");

        var made = make(typed, "127.0.0.1");

        assertThat(made).hasStatus(201);
        assertThat(setup.file()).doesNotExist();
        var link = new String(made.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var signIn = link.replaceFirst(".*\"code\":\"([^\"]*)\".*", "$1");
        assertThat(
                        mvc.post()
                                .uri("/api/v1/session")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"code\": \"" + signIn + "\"}"))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.actor.posts[0].role")
                .isEqualTo("administrator");
    }

    @Test
    @Order(6)
    void nobodyMakesASecondFirstAdministrator() {
        assertThat(make(setup.newCode(), "127.0.0.1")).hasStatus(403);
        assertThatThrownBy(() -> setup.administrator("second")).isInstanceOf(SetupRefused.class);
        assertThat(mvc.get().uri("/api/v1/session")).hasStatus(401);
    }

    private MvcTestResult make(String code, String from) {
        return mvc.post()
                .uri("/api/v1/setup")
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"code\": \"%s\", \"name\": \"管理员\"}".formatted(code))
                .exchange();
    }
}
