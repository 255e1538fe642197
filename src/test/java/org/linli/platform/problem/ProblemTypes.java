package org.linli.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.platform.problem.Problem.Kind;
import org.springframework.http.HttpStatus;

/**
 * Every type of problem that the sources can answer, with its statuses, read off them: each code
 * stands as a literal where a {@link Problem} is made, or beside its status in this package.
 */
final class ProblemTypes {

    private static final Path SOURCES = Path.of("src/main/java/org/linli");

    private static final String CODE = "\"([a-z0-9-]+/[a-z0-9-]+)\"";

    private static final Pattern PROBLEM = Pattern.compile("class (\\w+) extends Problem \\{");

    /** What a constructor hands on: its kind or {@code kind}, and its code or {@code code}. */
    private static final Pattern CONSTRUCTED =
            Pattern.compile("super\\(\\s*(?:Kind\\.(\\w+)|kind),\\s*(?:" + CODE + "|code)\\b?");

    /** An answer without a {@link Problem}. */
    private static final Pattern ANSWERED =
            Pattern.compile("HttpStatus\\.(\\w+),\\s*(?:Message\\.of\\(\\s*)?" + CODE);

    /** A field that Jackson or Spring could not read. */
    private static final Pattern UNREADABLE = Pattern.compile("\\binvalid\\(" + CODE);

    /** What is said of a status that has no words of its own. */
    private static final String ANY_OTHER = "request/refused";

    private final SortedMap<String, SortedSet<Integer>> statuses = new TreeMap<>();
    private final TreeMap<Path, String> sources = new TreeMap<>();

    private ProblemTypes() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file));
            }
        }
        sources.values()
                .forEach(source -> PROBLEM.matcher(source).results().forEach(this::problem));
        sources.forEach((file, source) -> {
            if (file.startsWith(SOURCES.resolve("platform/problem"))) {
                answers(file, source);
            }
        });
    }

    /** By code; no status where it is whatever status has no words of its own. */
    static SortedMap<String, SortedSet<Integer>> inSources() throws IOException {
        return new ProblemTypes().statuses;
    }

    private void problem(MatchResult type) {
        var name = type.group(1);
        var source = sources.get(fileOf(name));
        var made = CONSTRUCTED.matcher(source).results().toList();
        assertThat(made).as("%s hands its kind and its code on", name).isNotEmpty();
        for (var constructor : made) {
            var kind = constructor.group(1);
            var code = constructor.group(2);
            if (code != null) {
                add(code, kind);
            } else {
                makers(name, kind);
            }
        }
    }

    /** The code stands where the problem is made, and the kind too unless its class knows it. */
    private void makers(String name, String kind) {
        var maker = Pattern.compile("new " + name + "\\(\\s*(?!told\\(\\))");
        var literal =
                Pattern.compile(
                        "new "
                                + name
                                + "\\(\\s*"
                                + (kind == null ? "Kind\\.(\\w+),\\s*" : "()")
                                + CODE);
        sources.forEach((file, source) -> {
            var known = literal.matcher(source).results().toList();
            assertThat(known)
                    .as("%s with its code in %s", name, file)
                    .hasSameSizeAs(maker.matcher(source).results().toList());
            known.forEach(made -> add(made.group(2), kind == null ? made.group(1) : kind));
        });
    }

    private void answers(Path file, String source) {
        ANSWERED.matcher(source)
                .results()
                .forEach(answer ->
                        add(answer.group(2), HttpStatus.valueOf(answer.group(1)).value()));
        UNREADABLE.matcher(source).results().forEach(field -> add(field.group(1), "INVALID"));
        Pattern.compile(CODE)
                .matcher(source)
                .results()
                .map(code -> code.group(1))
                .forEach(code -> {
                    if (code.equals(ANY_OTHER)) {
                        statuses.put(code, new TreeSet<>());
                    }
                    assertThat(statuses)
                            .as("%s beside its status in %s", code, file)
                            .containsKey(code);
                });
    }

    private void add(String code, String kind) {
        add(code, ProblemAdvice.status(Kind.valueOf(kind)).value());
    }

    private void add(String code, int status) {
        statuses.computeIfAbsent(code, _ -> new TreeSet<>()).add(status);
    }

    private Path fileOf(String name) {
        return sources.keySet().stream()
                .filter(file -> file.endsWith(name + ".java"))
                .findFirst()
                .orElseThrow();
    }
}
