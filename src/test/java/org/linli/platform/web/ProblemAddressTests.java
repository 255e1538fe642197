package org.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Where the type of a problem leads. */
@LinliTest
class ProblemAddressTests {

    @Autowired private MockMvcTester mvc;

    @Test
    void theTypeOfAProblemLeadsToItsMeaningInBothLanguages() {
        var refused = mvc.get().uri("/api/v1/accounts").exchange();
        var type = "/problems/access/not-signed-in";
        assertThat(refused).bodyJson().extractingPath("$.type").isEqualTo(type);

        var meaning = mvc.get().uri(type).exchange();
        var page = mvc.get().uri(type).header(HttpHeaders.ACCEPT, "text/html,*/*;q=0.8").exchange();

        assertThat(meaning).hasStatusOk().bodyJson().extractingPath("$.type").isEqualTo(type);
        assertThat(meaning).bodyJson().extractingPath("$.zh").isEqualTo("请先登录。");
        assertThat(page)
                .hasStatusOk()
                .hasContentType("text/html;charset=UTF-8")
                .bodyText()
                .contains("access/not-signed-in", "请先登录。", "Sign in first.");
    }

    @Test
    void aPageHoldsWordsAndNoMarkOfTheirs() {
        var page =
                mvc.get()
                        .uri("/problems/access/role")
                        .header(HttpHeaders.ACCEPT, "text/html")
                        .exchange();

        assertThat(page).hasStatusOk().bodyText().contains("… cannot be &quot;…&quot;");
    }

    @Test
    void whatIsNoProblemHasNoAddress() {
        assertThat(mvc.get().uri("/problems/access/happiness")).hasStatus(404);
        assertThat(mvc.get().uri("/problems/access")).hasStatus(404);
    }

    @Test
    void theListItLeadsOnToIsThere() {
        assertThat(mvc.get().uri("/docs/problems.zh-CN.md")).hasStatusOk();
        assertThat(mvc.get().uri("/docs/problems.md")).hasStatusOk();
    }
}
