package org.linli.bench.file;

import java.io.IOException;
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
 * by one beside a POST that does nothing.
 */
final class FileBench {

    private static final String REPORTS = "/api/v1/reports";
    private static final String EMPTY = "/api/v1/bench/empty";
    private static final String IMPORT = "/api/v1/bench/import";

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
        try (var linli = ServedLinli.start(folder.resolve("data"), options.walls())) {
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
        var copies = new ArrayList<Double>();
        double fsyncs = 0;
        long rows = 0;
        for (int round = 0; round <= options.rounds(); round++) {
            var prefix = "R" + round + "-";
            var file = CaseFiles.write(folder.resolve("cases.csv"), prefix, options.rows());
            var before = database.fsyncs();
            var imported = json.readTree(http.once(IMPORT, "{\"file\":\"" + file + "\"}"));
            var after = database.fsyncs();
            var rate = imported.path("rows").asLong() / imported.path("seconds").asDouble();
            var copied = database.copyToPeers(prefix, folder);
            // the first round warms both up
            if (round > 0) {
                imports.add(rate);
                copies.add(copied);
                ratios.add(rate / copied);
                fsyncs += after - before;
                rows += imported.path("rows").asLong();
            }
        }
        figures.put("bulk_rows_per_file", options.rows());
        figures.put("bulk_cases_per_s", Median.of(imports));
        figures.put("copy_cases_per_s", Median.of(copies));
        figures.put("bulk_to_copy", Median.of(ratios));
        figures.put("bulk_fsyncs_per_case", fsyncs / rows);
    }

    private void oneByOne(HttpLoad http, ServedLinli linli) {
        var ratios = new ArrayList<Double>();
        var reports = new ArrayList<Double>();
        var empties = new ArrayList<Double>();
        for (int round = 0; round <= options.rounds(); round++) {
            var start = linli.cpu();
            var empty = http.run(EMPTY, () -> "{}", CLIENTS, options.seconds());
            var middle = linli.cpu();
            var report = http.run(REPORTS, reporting("one by one"), CLIENTS, options.seconds());
            costs("empty_post", middle.since(start, empty.bodies().size()));
            costs("report", linli.cpu().since(middle, report.bodies().size()));
            requireAll(empty);
            requireAll(report);
            if (round > 0) {
                reports.add(report.rate());
                empties.add(empty.rate());
                ratios.add(report.rate() / empty.rate());
            }
        }
        figures.put("reports_per_s", Median.of(reports));
        figures.put("empty_posts_per_s", Median.of(empties));
        figures.put("report_to_empty", Median.of(ratios));
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
                (name, value) -> IO.println("%-26s %,14.3f".formatted(name, number(value))));
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
