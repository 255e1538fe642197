package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Where an installation requires it, field staff sign in on enrolled phones alone. */
@LinliTest
@TestPropertySource(properties = "linli.access.devices=required")
class DeviceRequiredTests {

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;

    @Test
    void aLinkAloneSignsInTheOfficeButNotTheField() {
        assertThat(byLink(Role.GRID_MEMBER)).isEqualTo(403);
        assertThat(byLink(Role.STREET_DISPATCHER)).isEqualTo(201);
    }

    private int byLink(Role role) {
        var id = "staff:" + UUID.randomUUID();
        accounts.ensure(id, "陈晓");
        accounts.setPosts(id, List.of(new Post(role, "D1", "/D1/", null)));
        var body = "{'code': '%s'}".formatted(signIn.issue(id, "test").code());
        return new Browser(mvc).post("/api/v1/session", body).getResponse().getStatus();
    }
}
