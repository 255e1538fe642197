package org.linli.bench.file;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code file}: cases filed in bulk beside raw COPY into tables of the same kind, and reported one
 * by one beside a POST that does nothing; both also without the walls of the database and its
 * trail, by turns.
 */
final class FileBench {

    private static final String REPORTS = "/api/v1/reports";
    private static final String EMPTY = "/api/v1/bench/empty";
    private static final String IMPORT = "/api/v1/bench/import";
    private static final String WALLS = "/api/v1/bench/walls";

    private static final int CLIENTS = 32;
    private static final int MANY_CLIENTS = 64;

    private final FileBenchOptions options;
    private final Path folder;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private FileBench(FileBenchOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    static void main(String[] args) throws Exception {
        var options = FileBenchOptions.of(args);
        var folder = Files.createTempDirectory("linli-bench-file");
        var bench = new FileBench(options, folder);
        try (var linli = ServedLinli.start(folder.resolve("data"))) {
            bench.run(linli);
        } finally {
            Folders.delete(folder);
        }
        bench.print();
    }

    private void run(ServedLinli linli) throws Exception {
        figures.put("fdatasync_per_s", fdatasyncs());
        var http = new HttpLoad(linli.port(), linli.token());
        try (var database = new BenchDatabase(linli.connect())) {
            inBulk(http, database);
            oneByOne(http, linli);
            durably(http, database);
            together(http, database);
        }
    }

    /** Imports and copies by turns; the tables of both grow alike. */
    private void inBulk(HttpLoad http, BenchDatabase database) throws Exception {
        database.makePeers();
        var ratios = new ArrayList<Double>();
        var imports = new ArrayList<Double>();
        var open = new ArrayList<Double>();
        var copies = new ArrayList<Double>();
        double fsyncs = 0;
        long rows = 0;
        for (int round = 0; round <= options.rounds(); round++) {
            var prefix = "R" + round + "-";
            var before = database.fsyncs();
            var imported = imported(http, prefix);
            var after = database.fsyncs();
            var copied = database.copyToPeers(prefix, folder);
            var unwalled = withoutWalls(http, () -> imported(http, "O" + prefix));
            // the first round warms both up
            if (round > 0) {
                imports.add(imported.rate());
                open.add(unwalled.rate());
                copies.add(copied);
                ratios.add(imported.rate() / copied);
                fsyncs += after - before;
                rows += imported.rows();
            }
        }
        figures.put("bulk_rows_per_file", options.rows());
        figures.put("bulk_cases_per_s", Median.of(imports));
        figures.put("copy_cases_per_s", Median.of(copies));
        figures.put("bulk_to_copy", Median.of(ratios));
        figures.put("bulk_fsyncs_per_case", fsyncs / rows);
        figures.put("bulk_without_walls_cases_per_s", Median.of(open));
        figures.put("bulk_to_without_walls", Median.of(imports) / Median.of(open));
    }

    private BenchServer.Extra.Imported imported(HttpLoad http, String prefix) {
        var file = caseFile(prefix);
        return json.readValue(
                http.once(IMPORT, "{\"file\":\"" + file + "\"}"), BenchServer.Extra.Imported.class);
    }

    private Path caseFile(String prefix) {
        try {
            return CaseFiles.write(folder.resolve("cases.csv"), prefix, options.rows());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static <T> T withoutWalls(HttpLoad http, Supplier<T> work) {
        http.once(WALLS, "{\"open\":true}");
        try {
            return work.get();
        } finally {
            http.once(WALLS, "{\"open\":false}");
        }
    }

    /** By turns, there and back, so that none is always the first or the last of a round. */
    private void oneByOne(HttpLoad http, ServedLinli linli) {
        var turns = List.of("empty_post", "report", "report_without_walls");
        var rates = turns.stream().collect(toMap(identity(), _ -> new ArrayList<Double>()));
        for (int round = 0; round <= options.rounds(); round++) {
            for (var what : round % 2 == 0 ? turns : turns.reversed()) {
                var before = linli.cpu();
                var result = posted(http, what);
                requireAll(result);
                costs(what, linli.cpu().since(before, result.bodies().size()));
                // the first round warms all up
                if (round > 0) {
                    requireNonNull(rates.get(what)).add(result.rate());
                }
            }
        }
        rates.forEach((what, rate) -> figures.put(what + "_per_s", Median.of(rate)));
        var report = figure("report_per_s");
        figures.put("report_to_empty", report / figure("empty_post_per_s"));
        figures.put("report_to_without_walls", report / figure("report_without_walls_per_s"));
    }

    private HttpLoad.Result posted(HttpLoad http, String what) {
        return switch (what) {
            case "empty_post" -> http.run(EMPTY, () -> "{}", CLIENTS, options.seconds());
            case "report" -> http.run(REPORTS, reporting(what), CLIENTS, options.seconds());
            default ->
                    withoutWalls(
                            http,
                            () -> http.run(REPORTS, reporting(what), CLIENTS, options.seconds()));
        };
    }

    /** Of the last round, when all is warm. */
    private void costs(String what, ServedLinli.Cpu cpu) {
        figures.put(what + "_linli_cpu_ms", cpu.linli());
        figures.put(what + "_database_cpu_ms", cpu.database());
    }

    private void durably(HttpLoad http, BenchDatabase database) throws Exception {
        var before = database.fsyncs();
        var report = http.run(REPORTS, reporting("durably"), CLIENTS, options.seconds());
        var fsyncs = database.fsyncs() - before;
        figures.put("single_fsyncs_per_report", (double) fsyncs / report.bodies().size());
    }

    private void together(HttpLoad http, BenchDatabase database) throws SQLException {
        var result = http.run(REPORTS, reporting("together"), MANY_CLIENTS, options.seconds());
        requireAll(result);
        var numbers =
                result.bodies().stream()
                        .map(body -> json.readTree(body).path("caseNo").asString())
                        .distinct()
                        .count();
        var stored = database.casesSaying("together");
        figures.put("acknowledged_at_64", result.bodies().size());
        figures.put("numbers_at_64", numbers);
        figures.put("stored_at_64", stored);
    }

    private static Supplier<String> reporting(String text) {
        return () ->
                """
                {"opId":"%s","text":"%s","source":"hotline_12345","matterCode":"13003",
                 "lon":123.245585,"lat":30.439951,"address":"春晖路附近"}\
                """
                        .formatted(UUID.randomUUID(), text);
    }

    private static void requireAll(HttpLoad.Result result) {
        if (result.others() > 0 || result.bodies().isEmpty()) {
            throw new IllegalStateException(result.others() + " answers were not 201");
        }
    }

    /** How often a second this disk can be made to keep a page. */
    private double fdatasyncs() throws IOException {
        var page = ByteBuffer.allocate(8_192);
        var file = folder.resolve("page");
        int times = 0;
        var start = System.nanoTime();
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (System.nanoTime() - start < options.seconds() * 1e9 / 2) {
                channel.write(page.rewind(), 0);
                channel.force(false);
                times++;
            }
        }
        return times / ((System.nanoTime() - start) / 1e9);
    }

    private void print() {
        var goals =
                List.of(
                        Goal.atLeast("bulk filing / raw COPY", figure("bulk_to_copy"), 0.3),
                        Goal.atMost("fsyncs a case in bulk", figure("bulk_fsyncs_per_case"), 0.01),
                        Goal.atLeast("report / empty POST", figure("report_to_empty"), 0.5),
                        Goal.atLeast(
                                "bulk filing / without walls and trail",
                                figure("bulk_to_without_walls"),
                                0.75),
                        Goal.atLeast(
                                "report / without walls and trail",
                                figure("report_to_without_walls"),
                                0.75),
                        Goal.below(
                                "fsyncs a report, 32 clients",
                                figure("single_fsyncs_per_report"),
                                1),
                        Goal.exactly(
                                "numbers / acknowledged, 64 clients",
                                figure("numbers_at_64"),
                                figure("acknowledged_at_64")),
                        Goal.exactly(
                                "stored / acknowledged, 64 clients",
                                figure("stored_at_64"),
                                figure("acknowledged_at_64")));
        if (options.json()) {
            IO.println(
                    json.writeValueAsString(
                            Map.of("bench", "file", "figures", figures, "goals", goals)));
            return;
        }
        figures.forEach(
                (name, value) -> IO.println("%-38s %,14.3f".formatted(name, number(value))));
        IO.println();
        goals.forEach(goal -> IO.println(goal.line()));
    }

    private double figure(String name) {
        return number(figures.getOrDefault(name, Double.NaN));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
