package org.linli.bench.queries;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.LinliApplication;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.bench.Owner;
import org.linli.bench.lifecycle.Prefill;
import org.linli.bench.lifecycle.Sizes;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./linli bench queries}: what the office asks all day, over HTTP as the office asks it, at
 * ten thousand cases and, by turns, at a million. Options: {@code --cases N} for the large size,
 * {@code --history N} events of each case, {@code --asks N} of each question, {@code --json}.
 */
final class QueriesBench {

    private static final int SMALL = 10_000;

    private static final int WARM_UP = 20;

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("one case and its history", "/" + Prefill.numberOf(4711));
        QUESTIONS.put("newest page", "?limit=50");
        QUESTIONS.put("newest of one cell", "?limit=50&area=" + TestDistrict.WEST);
        QUESTIONS.put("open cases, most urgent first", "?limit=50&sort=due&stage=dispatch");
        QUESTIONS.put("overdue", "?limit=50&overdue=true&sort=due");
        QUESTIONS.put(
                "box of the map, open",
                "?limit=200&stage=dispatch&bbox=150.004,20.004,150.006,20.006");
        QUESTIONS.put("common word of two characters", "?limit=50&text=" + encoded("路灯"));
        QUESTIONS.put("rare words", "?limit=50&text=" + encoded("路灯不亮12347"));
        QUESTIONS.put(
                "one matter in one month", "?limit=50&matter=12004&from=2026-10-01&to=2026-10-31");
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sizes sizes;

    private QueriesBench(String[] words) {
        this.sizes = new Sizes(words, Map.of("--cases", 1_000_000, "--history", 25, "--asks", 100));
    }

    static void main(String[] words) throws Exception {
        var data = Files.createTempDirectory("linli-bench");
        try {
            new QueriesBench(words).run(data);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        System.exit(0);
    }

    private void run(Path data) throws IOException, InterruptedException {
        var history = sizes.of("--history");
        try (var small = new Asked(data.resolve("small"), SMALL, history);
                var large = new Asked(data.resolve("large"), sizes.of("--cases"), history)) {
            for (var ask = -WARM_UP; ask < sizes.of("--asks"); ask++) {
                for (var question : QUESTIONS.entrySet()) {
                    for (var linli : List.of(small, large)) {
                        var millis = ask(linli, question.getValue());
                        if (ask >= 0) {
                            linli.note(question.getKey(), millis);
                        }
                    }
                }
            }
            print(small.p95(), large.p95());
        }
    }

    /** A Linli with so many cases, and how long each question took there. */
    private static final class Asked implements AutoCloseable {

        private final ConfigurableApplicationContext linli;
        private final String address;
        private final String token;
        private final Map<String, List<Double>> times = new LinkedHashMap<>();

        Asked(Path data, int cases, int history) {
            this.linli =
                    new SpringApplicationBuilder(LinliApplication.class)
                            .run(
                                    "--linli.data=" + data,
                                    "--server.port=0",
                                    "--linli.log.following=false",
                                    "--logging.level.root=warn");
            linli.getBean(TestDistrict.class).load();
            Prefill.past(Owner.of(linli), history).upTo(cases);
            this.token =
                    linli.getBean(TestAccounts.class)
                            .tokenFor(Role.DISTRICT_DISPATCHER, TestDistrict.COUNTY_PATH, null);
            this.address =
                    "http://localhost:"
                            + linli.getEnvironment().getRequiredProperty("local.server.port");
        }

        void note(String question, double millis) {
            times.computeIfAbsent(question, _ -> new ArrayList<>()).add(millis);
        }

        /** The 95th percentile of each question, in milliseconds. */
        Map<String, Double> p95() {
            Map<String, Double> p95 = new LinkedHashMap<>();
            times.forEach((question, all) ->
                    p95.put(question, all.stream().sorted().toList().get(all.size() * 95 / 100)));
            return p95;
        }

        @Override
        public void close() {
            linli.close();
        }
    }

    private double ask(Asked linli, String question) throws IOException, InterruptedException {
        var uri = linli.address + "/api/v1/cases" + question;
        var request =
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Authorization", "Bearer " + linli.token)
                        .build();
        var start = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        var millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(uri + ": " + answer.body());
        }
        return millis;
    }

    private void print(Map<String, Double> small, Map<String, Double> large) {
        if (sizes.json()) {
            System.out.println(
                    JsonMapper.builder()
                            .build()
                            .writeValueAsString(Map.of("small", small, "large", large)));
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s %10s %12s %8s   (p95 ms, goal <= 1.5)%n",
                "",
                SMALL,
                sizes.of("--cases"),
                "ratio");
        small.forEach((question, millis) ->
                System.out.printf(
                        Locale.ROOT,
                        "%-32s %10.1f %12.1f %8.2f%n",
                        question,
                        millis,
                        large.get(question),
                        large.getOrDefault(question, 0.0) / millis));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
