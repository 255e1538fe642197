package org.linli.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.linli.platform.problem.Problems;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.HtmlUtils;

/** Where the {@code type} of a problem leads: what it means, for people and for programs. */
@Hidden
@RestController
class ProblemAddress {

    private static final String ADDRESS = "/problems/";

    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh-CN">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <link rel="stylesheet" href="/problems.css">
            <main>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <p lang="en">%3$s</p>
            <p><a href="/docs/problems.zh-CN.md">全部问题类型</a> ·
            <a href="/docs/problems.md" lang="en">All problems</a></p>
            </main>
            </html>
            """;

    /**
     * @param type as problems name it
     */
    record Meaning(String type, String zh, String en) {}

    @GetMapping("/problems/{module}/{name}")
    ResponseEntity<Object> tell(
            @PathVariable String module,
            @PathVariable String name,
            @RequestHeader(defaultValue = "") String accept)
            throws NoResourceFoundException {
        var code = module + "/" + name;
        var meaning =
                new Meaning(ADDRESS + code, in(Locale.CHINESE, code), in(Locale.ENGLISH, code));
        return accept.contains(MediaType.TEXT_HTML_VALUE)
                ? ResponseEntity.ok().contentType(HTML).body(page(code, meaning))
                : ResponseEntity.ok(meaning);
    }

    private static String in(Locale language, String code) throws NoResourceFoundException {
        return Problems.meaning(code, language)
                .orElseThrow(
                        () -> new NoResourceFoundException(HttpMethod.GET, ADDRESS + code, code));
    }

    private static String page(String code, Meaning meaning) {
        return PAGE.formatted(code, text(meaning.zh()), text(meaning.en()));
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
