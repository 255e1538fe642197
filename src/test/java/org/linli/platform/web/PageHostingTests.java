package org.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Each front end at its addresses, with front ends made for the test. */
class PageHostingTests {

    @EnableWebMvc
    static class Mvc {}

    @TempDir private Path built;

    private MockMvcTester mvc = MockMvcTester.of();

    @BeforeEach
    void build() throws IOException {
        for (var app : new String[] {"console", "field", "resident"}) {
            write(app + "/index.html", "<title>" + app + "</title>");
            write(app + "/assets/app-1a2b3c4d.js", "let a");
            write(app + "/assets/app-1a2b3c4d.js.br", "brotli");
        }
        write("field/sw.js", "let sw");
        mvc = MockMvcTester.from(context());
    }

    @ParameterizedTest
    @CsvSource({
        "/, resident",
        "/sign-in, resident",
        "/setup, resident",
        "/demo, resident",
        "/track/ABCD, resident",
        "/console, console",
        "/console/, console",
        "/console/cases/2026-1, console",
        "/field, field",
        "/field/report, field"
    })
    void aPagesAddressIsAnsweredByItsFrontEnd(String address, String app) {
        var answer = mvc.get().uri(address).exchange();
        var forwarded = answer.getResponse().getForwardedUrl();
        var page = forwarded == null ? answer : mvc.get().uri(forwarded).exchange();

        assertThat(page)
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache")
                .bodyText()
                .contains("<title>" + app);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/field", ""})
    void whatHasAHashInItsNameIsKeptForGood(String app) {
        assertThat(mvc.get().uri(app + "/assets/app-1a2b3c4d.js"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
        assertThat(mvc.get().uri(app + "/assets/app-1a2b3c4d.js").header("Accept-Encoding", "br"))
                .hasHeader("Content-Encoding", "br")
                .bodyText()
                .isEqualTo("brotli");
    }

    @Test
    void theServiceWorkerIsAskedForAnewEachTime() {
        assertThat(mvc.get().uri("/field/sw.js"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/assets/app-99999999.js",
                "/console/missing.js",
                "/field/missing.json",
                "/nothing",
                "/api/nothing",
                "/console/../resident/index.html",
                "/assets"
            })
    void whatIsNotThereIsNoPage(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    @Test
    void aFrontEndThatWasNotBuiltIsNotThere() throws IOException {
        Files.delete(built.resolve("static/console/index.html"));

        assertThat(mvc.get().uri("/console/cases")).hasStatus(404);
    }

    private void write(String file, String text) throws IOException {
        var path = built.resolve("static").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private AnnotationConfigWebApplicationContext context() throws IOException {
        var context = new AnnotationConfigWebApplicationContext();
        var nothingElse = ClassLoader.getPlatformClassLoader();
        context.setClassLoader(
                new URLClassLoader(new URL[] {built.toUri().toURL()}, nothingElse) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        return Class.forName(name);
                    }
                });
        context.setServletContext(new MockServletContext());
        context.register(Mvc.class, PageHosting.class);
        context.refresh();
        return context;
    }
}
