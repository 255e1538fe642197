package org.linli.bench.dashboard;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.linli.LinliApplication;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.bench.Owner;
import org.linli.bench.lifecycle.DatabaseCpu;
import org.linli.bench.lifecycle.Ours;
import org.linli.bench.lifecycle.Prefill;
import org.linli.bench.lifecycle.Sizes;
import org.linli.platform.log.Followers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./linli bench dashboard}: each board off the roll-ups beside the same figures counted from
 * the cases, by turns; what keeping count costs beside the writing; how old what a board shows is;
 * and a day of a province through the whole loop. Options: {@code --cases N} of history, {@code
 * --asks N} of each board, {@code --lives N} a round, {@code --rounds N}, {@code --samples N} of
 * how old a board is, {@code --day N} reports, {@code --json}.
 */
final class DashboardBench {

    static final String FOLLOWER = "indicators";

    private static final String AS_FAR =
            """
            insert into platform.bookmark (follower, transaction, id, epoch, moved_at)
            select ?, transaction, id, epoch, moved_at
            from platform.bookmark
            where follower = ?
            on conflict (follower) do nothing
            """;

    private static final int THREADS = 4;

    private static final int WARM_UP = 5;

    /** The part of the fastest pace at which a day is let pass. */
    private static final double EASE = 0.8;

    private static final double SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();

    private static final Map<String, String> BOARDS = new LinkedHashMap<>();

    static {
        BOARDS.put("district, a month", "from=2026-10-02");
        BOARDS.put("district, all years", "");
        BOARDS.put("by street", "from=2026-10-02&by=street");
        BOARDS.put("by grid", "from=2026-10-02&by=grid");
        BOARDS.put("by matter", "from=2026-10-02&by=matter");
        BOARDS.put("by source", "from=2026-10-02&by=source");
        BOARDS.put("by month, all years", "by=month");
    }

    /** Seconds of processors: the database's, and ours. */
    private record Cpu(double database, double own) {

        static Cpu now(DatabaseCpu database) {
            var bean =
                    (com.sun.management.OperatingSystemMXBean)
                            ManagementFactory.getOperatingSystemMXBean();
            return new Cpu(database.seconds(), bean.getProcessCpuTime() / 1e9);
        }

        double since(Cpu before) {
            return database - before.database + own - before.own;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Double> results = new LinkedHashMap<>();
    private final Sizes sizes;

    private DashboardBench(String[] words) {
        this.sizes =
                new Sizes(
                        words,
                        Map.of(
                                "--cases", 1_000_000,
                                "--asks", 50,
                                "--lives", 400,
                                "--rounds", 5,
                                "--samples", 20,
                                "--day", 73_600));
    }

    static void main(String[] words) throws Exception {
        var data = Files.createTempDirectory("linli-bench");
        try {
            new DashboardBench(words).run(data);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        System.exit(0);
    }

    private void run(Path data) throws Exception {
        try (var linli = start(data, false)) {
            linli.getBean(TestDistrict.class).load();
            Prefill.news(Owner.of(linli)).upTo(sizes.of("--cases"));
            var cpu = new DatabaseCpu(postmaster(data));
            rebuild(linli);
            leaveOut(linli);
            boards(linli);
            upkeep(linli, cpu);
        }
        try (var linli = start(data, true)) {
            staleness(linli);
            day(linli);
        }
        print();
    }

    private void rebuild(ConfigurableApplicationContext linli) {
        var started = System.nanoTime();
        linli.getBean(Followers.class).catchUp(FOLLOWER);
        var seconds = (System.nanoTime() - started) / 1e9;
        results.put("rolled up, cases a second", sizes.of("--cases") / seconds);
        Owner.of(linli).execute("vacuum analyze indicators.daily, indicators.counted");
    }

    /** Whoever else follows the log has long dealt with the history. */
    private static void leaveOut(ConfigurableApplicationContext linli) {
        var sql = Owner.of(linli);
        linli.getBean(Followers.class)
                .lags()
                .forEach(lag -> sql.update(AS_FAR, lag.follower(), FOLLOWER));
    }

    private void boards(ConfigurableApplicationContext linli)
            throws IOException, InterruptedException {
        var token =
                linli.getBean(TestAccounts.class)
                        .tokenFor(Role.DISTRICT_DISPATCHER, TestDistrict.COUNTY_PATH, null);
        var address =
                "http://localhost:"
                        + linli.getEnvironment().getRequiredProperty("local.server.port")
                        + "/api/v1/indicators";
        for (var board : BOARDS.entrySet()) {
            List<Double> rolledUp = new ArrayList<>();
            List<Double> counted = new ArrayList<>();
            for (var ask = -WARM_UP; ask < sizes.of("--asks"); ask++) {
                var shown = ask(address + "/board?" + board.getValue(), token);
                var names = new StringBuilder();
                shown.json
                        .get("names")
                        .forEach(name -> names.append("&name=").append(name.asString()));
                var raw = ask(address + "?" + board.getValue() + names, token);
                requireSame(board.getKey(), shown.json, raw.json);
                if (ask >= 0) {
                    rolledUp.add(shown.millis);
                    counted.add(raw.millis);
                }
            }
            results.put(board.getKey() + ", board p95 ms", p95(rolledUp));
            results.put(board.getKey() + ", from the cases p95 ms", p95(counted));
        }
    }

    private record Asked(JsonNode json, double millis) {}

    private Asked ask(String uri, String token) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Authorization", "Bearer " + token)
                        .build();
        var start = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        var millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(uri + ": " + answer.body());
        }
        return new Asked(JsonMapper.shared().readTree(answer.body()), millis);
    }

    /** A fast wrong figure is worth nothing. */
    private static void requireSame(String board, JsonNode shown, JsonNode counted) {
        var rows = shown.get("groups").isEmpty() ? shown.get("figures") : shown.get("groups");
        if (!shown.get("rolledUp").asBoolean() || !told(rows).equals(told(counted))) {
            throw new IllegalStateException(board + " is not what the cases say");
        }
    }

    private static List<String> told(JsonNode rows) {
        var told = new ArrayList<String>();
        rows.forEach(row ->
                told.add(
                        row.get("name")
                                + " "
                                + row.get("group")
                                + " "
                                + row.get("numerator")
                                + " "
                                + row.get("denominator")));
        return told.stream().sorted().toList();
    }

    /** Writing and keeping count by turns, each by itself. */
    private void upkeep(ConfigurableApplicationContext linli, DatabaseCpu database)
            throws Exception {
        var followers = linli.getBean(Followers.class);
        var ours = new Ours(linli);
        lives(ours);
        followers.catchUp(FOLLOWER);
        List<Double> shares = new ArrayList<>();
        for (var round = 0; round < sizes.of("--rounds"); round++) {
            var before = Cpu.now(database);
            lives(ours);
            var written = Cpu.now(database);
            followers.catchUp(FOLLOWER);
            shares.add(100 * Cpu.now(database).since(written) / written.since(before));
        }
        results.put("upkeep of the roll-ups, % of the writing's CPU (goal <= 15)", median(shares));
    }

    private void lives(Ours ours) throws Exception {
        run(
                IntStream.range(0, sizes.of("--lives"))
                        .<Callable<Boolean>>mapToObj(_ ->
                                () -> {
                                    ours.live(number.incrementAndGet());
                                    return true;
                                })
                        .toList());
    }

    private static void run(List<Callable<Boolean>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    /** From the answer to a report until the count of the district has it. */
    private void staleness(ConfigurableApplicationContext linli) throws InterruptedException {
        var sql = linli.getBean(JdbcClient.class);
        var ours = new Ours(linli);
        ours.settle();
        List<Double> millis = new ArrayList<>();
        for (var sample = 0; sample < sizes.of("--samples"); sample++) {
            var before = counted(sql);
            ours.live(number.incrementAndGet());
            var start = System.nanoTime();
            while (counted(sql) == before) {
                Thread.sleep(10);
            }
            millis.add((System.nanoTime() - start) / 1e6);
        }
        results.put("a board is behind by, p95 ms (goal <= 2000)", p95(millis));
    }

    private static long counted(JdbcClient sql) {
        return AccessContext.asSystem(
                "bench",
                () ->
                        sql.sql(
                                        "select coalesce(sum(closed), 0) from indicators.daily"
                                                + " where dimension = 'area' and code = :county")
                                .param("county", TestDistrict.COUNTY)
                                .query(Long.class)
                                .single());
    }

    /** As fast as it goes, so that the day after is no faster than can be kept. */
    private double reportsASecond(ConfigurableApplicationContext linli) throws Exception {
        var ours = new Ours(linli);
        var reports = 10 * sizes.of("--lives");
        var started = System.nanoTime();
        run(
                IntStream.range(0, reports)
                        .<Callable<Boolean>>mapToObj(report ->
                                () -> {
                                    if (report % 1000 < ProvinceDay.DISPATCHED_OF_1000) {
                                        ours.live(number.incrementAndGet());
                                    } else {
                                        ours.solvedByGrid(number.incrementAndGet());
                                    }
                                    return true;
                                })
                        .toList());
        ours.settle();
        return reports / ((System.nanoTime() - started) / 1e9);
    }

    private void day(ConfigurableApplicationContext linli) throws Exception {
        var fastest = reportsASecond(linli);
        results.put("as fast as it goes, reports a second", fastest);
        var reports = sizes.of("--day");
        var pace = EASE * fastest * SECONDS_OF_DAY / reports;
        new ProvinceDay(linli, reports, pace).pass(number.getAndAdd(reports) + 1, results);
    }

    static double p95(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() * 95 / 100);
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static ConfigurableApplicationContext start(Path data, boolean following) {
        return new SpringApplicationBuilder(LinliApplication.class)
                .run(
                        "--linli.data=" + data,
                        "--server.port=0",
                        "--linli.log.following=" + following,
                        "--logging.level.root=warn");
    }

    private static long postmaster(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            var file =
                    files.filter(path -> path.endsWith("postmaster.pid")).findFirst().orElseThrow();
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        }
    }

    private void print() {
        if (sizes.json()) {
            System.out.println(JsonMapper.shared().writeValueAsString(results));
            return;
        }
        results.forEach(
                (what, value) -> System.out.printf(Locale.ROOT, "%-64s %12.1f%n", what, value));
    }
}
