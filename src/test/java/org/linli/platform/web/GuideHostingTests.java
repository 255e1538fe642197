package org.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The guide is in the jar, for whoever has nothing else. */
@LinliTest
class GuideHostingTests {

    @Autowired private MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({"install.md, linli import divisions", "install.zh-CN.md, 载入一个区"})
    void theGuideIsReadInTheBrowser(String file, String words) {
        assertThat(mvc.get().uri("/docs/operate/" + file))
                .hasStatusOk()
                .hasHeader("Content-Type", "text/plain;charset=UTF-8")
                .bodyText()
                .contains(words);
    }

    @Test
    void nothingElseIsThere() {
        assertThat(mvc.get().uri("/docs/operate/no-such.md")).hasStatus(404);
        assertThat(mvc.get().uri("/docs/../words/access_zh.properties")).hasStatus4xxClientError();
    }
}
