package org.linli.bench.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.linli.LinliApplication;
import org.linli.TestDistrict;
import org.linli.bench.OpenableWalls;
import org.linli.bench.Owner;
import org.linli.platform.postgres.Database;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./linli bench lifecycle}: whole lives of cases, ours beside a warm Flowable and beside six
 * bare commits on the same server by turns, also without the walls of the database and its trail;
 * then ours again once the tables are large. Options: {@code --lives N} a round, {@code --rounds
 * N}, {@code --cases N} for the large tables, {@code --json}.
 */
final class LifecycleBench {

    private static final int THREADS = 4;

    /** A round of one contender. */
    private record Round(double livesASecond, double cpuMillisALife) {}

    private final AtomicInteger number = new AtomicInteger();
    private final Sizes sizes;

    private LifecycleBench(String[] words) {
        this.sizes =
                new Sizes(words, Map.of("--lives", 3_000, "--rounds", 5, "--cases", 1_000_000));
    }

    static void main(String[] words) throws IOException {
        var data = Files.createTempDirectory("linli-bench");
        try {
            new LifecycleBench(words).run(data);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        System.exit(0);
    }

    private void run(Path data) throws IOException {
        try (var linli = start(data)) {
            linli.getBean(TestDistrict.class).load();
            var sql = Owner.of(linli);
            sql.execute("create schema flowable");
            var database = linli.getBean(Database.class);
            var walls = linli.getBean(OpenableWalls.class);
            var cpu = new DatabaseCpu(postmaster(data));
            var ours = new Ours(linli);
            // so that whoever follows the log is past the history that is filled in now
            round(ours, cpu);
            Prefill.past(sql, 2).upTo(10_000);
            List<Round> mine = new ArrayList<>();
            List<Round> open = new ArrayList<>();
            List<Round> theirs = new ArrayList<>();
            List<Round> floor = new ArrayList<>();
            var raw = new RawCommits(sql, linli.getBean(JdbcTemplate.class));
            try (var beside = FlowablePeer.beside(database);
                    var peer = new FlowablePeer(beside)) {
                round(ours, cpu);
                round(peer, cpu);
                for (var round = 0; round < sizes.of("--rounds"); round++) {
                    // there and back, so that neither is always the first
                    if (round % 2 == 0) {
                        mine.add(round(ours, cpu));
                        open.add(withoutWalls(walls, database, ours, cpu));
                    } else {
                        open.add(withoutWalls(walls, database, ours, cpu));
                        mine.add(round(ours, cpu));
                    }
                    theirs.add(round(peer, cpu));
                    floor.add(round(raw, cpu));
                }
            }
            Prefill.past(sql, 2).upTo(sizes.of("--cases"));
            round(ours, cpu);
            List<Round> large = new ArrayList<>();
            for (var round = 0; round < sizes.of("--rounds"); round++) {
                large.add(round(ours, cpu));
            }
            print(mine, open, theirs, floor, large);
        }
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(LinliApplication.class)
                .run("--linli.data=" + data, "--server.port=-1", "--logging.level.root=warn");
    }

    private static long postmaster(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            var file =
                    files.filter(path -> path.endsWith("postmaster.pid")).findFirst().orElseThrow();
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        }
    }

    private Round withoutWalls(
            OpenableWalls walls, Database database, Contender contender, DatabaseCpu cpu) {
        walls.open(database);
        try {
            return round(contender, cpu);
        } finally {
            walls.close(database);
        }
    }

    private Round round(Contender contender, DatabaseCpu cpu) {
        var lives = sizes.of("--lives");
        var cpuBefore = cpu.seconds();
        var start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (var life = 0; life < lives; life++) {
                pool.execute(() -> contender.live(number.incrementAndGet()));
            }
        }
        contender.settle();
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Round(lives / seconds, (cpu.seconds() - cpuBefore) * 1e3 / lives);
    }

    private void print(
            List<Round> mine,
            List<Round> open,
            List<Round> theirs,
            List<Round> floor,
            List<Round> large) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("linli lives/s at 10,000 cases", median(mine, Round::livesASecond));
        figures.put("flowable lives/s", median(theirs, Round::livesASecond));
        figures.put(
                "linli database CPU ms/life at 10,000 cases", median(mine, Round::cpuMillisALife));
        figures.put("without walls and trail lives/s", median(open, Round::livesASecond));
        figures.put(
                "without walls and trail database CPU ms/life",
                median(open, Round::cpuMillisALife));
        figures.put("flowable database CPU ms/life", median(theirs, Round::cpuMillisALife));
        figures.put("six raw commits/s", median(floor, Round::livesASecond));
        figures.put("six raw commits' database CPU ms", median(floor, Round::cpuMillisALife));
        figures.put(
                "linli lives/s at " + sizes.of("--cases") + " cases",
                median(large, Round::livesASecond));
        figures.put(
                "linli database CPU ms/life at " + sizes.of("--cases") + " cases",
                median(large, Round::cpuMillisALife));
        figures.put(
                "ratio lives/s to flowable (goal >= 5)",
                median(mine, Round::livesASecond) / median(theirs, Round::livesASecond));
        figures.put(
                "ratio lives/s to those without walls and trail (goal >= 0.75)",
                median(mine, Round::livesASecond) / median(open, Round::livesASecond));
        figures.put(
                "ratio flowable's database CPU to ours (goal >= 15)",
                median(theirs, Round::cpuMillisALife) / median(mine, Round::cpuMillisALife));
        figures.put(
                "slower at the large size by (goal <= 1.2)",
                median(mine, Round::livesASecond) / median(large, Round::livesASecond));
        if (sizes.json()) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
        } else {
            figures.forEach(
                    (what, value) -> System.out.printf(Locale.ROOT, "%-62s %10.2f%n", what, value));
        }
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(figure))
                .mapToDouble(figure)
                .toArray()[rounds.size() / 2];
    }
}
