package org.linli.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The list of problems that others match on, {@code docs/problems.md}. After a change that is
 * meant, {@code mvn test -Dtest=ProblemDocsTests -Dapi.update=true} writes its tables anew; the
 * words above them are written by hand.
 */
class ProblemDocsTests {

    private static final String TABLE = "<!-- from the sources: see ProblemDocsTests -->\n";

    @ParameterizedTest
    @CsvSource({"docs/problems.md, en", "docs/problems.zh-CN.md, zh"})
    void theListIsWhatTheSourcesSay(Path file, Locale language) throws IOException {
        var written = Files.readString(file);
        var byHand = written.substring(0, written.indexOf(TABLE) + TABLE.length());
        var now = byHand + tables(language);
        if (Boolean.getBoolean("api.update")) {
            Files.writeString(file, now);
        }

        assertThat(now)
                .as("The problems differ from %s; if that is meant, see ProblemDocsTests", file)
                .isEqualTo(Files.readString(file));
    }

    private static String tables(Locale language) throws IOException {
        return ProblemTypes.inSources().entrySet().stream()
                .map(type -> row(type.getKey(), type.getValue(), language))
                .collect(Collectors.joining("\n", head(language), "\n"));
    }

    private static String head(Locale language) {
        return language.getLanguage().equals("zh")
                ? "\n| 类型 | 状态码 | 含义 |\n|---|---|---|\n"
                : "\n| type | status | meaning |\n|---|---|---|\n";
    }

    private static String row(String code, SortedSet<Integer> statuses, Locale language) {
        var status =
                statuses.isEmpty()
                        ? "4xx"
                        : statuses.stream().map(String::valueOf).collect(Collectors.joining(", "));
        var meaning = Problems.meaning(code, language).orElseThrow().replace("|", "\\|");
        return "| `%s` | %s | %s |".formatted(code, status, meaning);
    }
}
