package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.platform.words.Words;

/** How our sources read, as far as no compiler sees it. */
class SourceTests {

    private static final Path JAVA = Path.of("src/main/java/org/linli");

    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:from|join|into|update|table)\\s+(\\w+)\\.(\\w+)",
                    Pattern.CASE_INSENSITIVE);

    /** A code as Java writes it: {@code "case/step-not-allowed"}. */
    private static final Pattern CODE = Pattern.compile("\"([a-z0-9-]+/[a-z0-9-]+)\"");

    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);

    @Test
    void aModuleReadsAndWritesOnlyItsOwnTables() throws IOException {
        for (var file : sources()) {
            var module = JAVA.relativize(file).getName(0).toString();
            TEXT_BLOCK
                    .matcher(Files.readString(file))
                    .results()
                    .map(block -> block.group(1))
                    .flatMap(sql -> TABLE.matcher(sql).results())
                    .filter(table -> !isPublic(table.group(1), table.group(2)))
                    .forEach(table ->
                            assertThat(table.group(1)).as(file.toString()).isEqualTo(module));
        }
    }

    /** What a module shows to all, and the catalogue of PostgreSQL itself. */
    private static boolean isPublic(String schema, String name) {
        return name.startsWith("published_")
                || schema.startsWith("pg_")
                || schema.equals("information_schema");
    }

    @Test
    void everythingIsWordedInChineseAndInEnglish() {
        assertThat(Words.wordings("en").keySet())
                .containsExactlyInAnyOrderElementsOf(Words.wordings("zh").keySet());
    }

    @Test
    void everyCodeThatTheSourcesNameIsWorded() throws IOException {
        var prefixes = new TreeSet<String>();
        Words.wordings("zh").keySet().forEach(code -> prefixes.add(prefix(code)));
        for (var file : sources()) {
            CODE.matcher(Files.readString(file))
                    .results()
                    .map(code -> code.group(1))
                    .filter(code -> prefixes.contains(prefix(code)))
                    .forEach(code ->
                            assertThat(Words.wordings("zh"))
                                    .as("%s in %s", code, file)
                                    .containsKey(code));
        }
    }

    @Test
    void bothLanguagesSayTheSameArguments() {
        Words.wordings("zh")
                .forEach((code, wording) ->
                        assertThat(arguments(wording))
                                .as(code)
                                .isEqualTo(arguments(Words.wordings("en").getOrDefault(code, ""))));
    }

    /** Malformed requests come from programs; everything else is read by people on a screen. */
    @Test
    void nothingThatPeopleReadSendsThemToTheApi() {
        Stream.of("zh", "en")
                .flatMap(language -> Words.wordings(language).entrySet().stream())
                .filter(worded -> !worded.getKey().startsWith("request/"))
                .forEach(worded ->
                        assertThat(worded.getValue())
                                .as(worded.getKey())
                                .doesNotContain("/api/", "接口"));
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        for (var file : sources()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContainPattern("\\b(?:TODO|FIXME)\\b");
        }
    }

    private static TreeSet<String> arguments(String wording) {
        var named = new TreeSet<String>();
        Pattern.compile("\\{\\d").matcher(wording).results().forEach(n -> named.add(n.group()));
        return named;
    }

    private static String prefix(String code) {
        return code.substring(0, code.indexOf('/') + 1);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(JAVA)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
