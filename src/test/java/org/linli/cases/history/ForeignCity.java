package org.linli.cases.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * A city that is not ours: its own square cells, matters and units, and a history of cases as such
 * cities hand it over. Made from a seed, so that its counts are known.
 */
final class ForeignCity {

    /** Degrees; far from any district of other tests. */
    private static final double WEST = 100.0;

    private static final double SOUTH = 25.0;
    private static final double CELL = 0.01;
    private static final int SIDE = 10;
    private static final LocalDateTime BEGINS = LocalDateTime.parse("2022-01-01T00:00:00");

    private static final List<String> COLUMNS =
            List.of(
                    "case_id",
                    "source_system",
                    "source",
                    "matter_code",
                    "text",
                    "lon",
                    "lat",
                    "cell_code",
                    "address",
                    "reported_at",
                    "filed_at",
                    "dispatched_at",
                    "unit_code",
                    "handled_at",
                    "closed_at",
                    "due_at",
                    "duplicate_of",
                    "rating",
                    "x_channel");

    private final List<Map<String, String>> rows = new ArrayList<>();
    private int outside;
    private int unplaced;
    private int duplicates;
    private int withoutSurvivor;
    private int doubtful;
    private int withoutDueTime;

    ForeignCity(int cases) {
        var random = new Random(70_000);
        for (int i = 0; i < cases; i++) {
            rows.add(row(i, cases, random));
        }
    }

    int cases() {
        return rows.size();
    }

    /** Cases whose point lies in no cell, whatever cell they name. */
    int outside() {
        return outside;
    }

    /** Cases without a point or a cell that is known. */
    int unplaced() {
        return unplaced;
    }

    int duplicates() {
        return duplicates;
    }

    /** Duplicates of cases that are in no file. */
    int withoutSurvivor() {
        return withoutSurvivor;
    }

    /** Cases closed before they were reported. */
    int doubtful() {
        return doubtful;
    }

    int withoutDueTime() {
        return withoutDueTime;
    }

    /** Another text for one case. */
    void correct(int row, String text) {
        rows.get(row).put("text", text);
    }

    Path csv(Path directory, Charset charset) {
        var file = directory.resolve("cases-" + charset.name() + ".csv");
        try (var out = CsvWriter.builder().build(file, charset)) {
            out.writeRecord(COLUMNS);
            rows.forEach(row -> out.writeRecord(cells(row)));
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path workbook(Path directory) {
        var file = directory.resolve("cases.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "Linli", "1.0")) {
            var sheet = workbook.newWorksheet("cases");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    sheet.value(row + 1, column, cells(rows.get(row)).get(column));
                }
            }
            workbook.finish();
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** One street of one community of a hundred square cells. */
    static Path divisions(Path directory) throws IOException {
        var features = new ArrayList<String>();
        features.add(feature("970000", "", "province", null));
        features.add(feature("970100", "970000", "city", null));
        features.add(feature("970101", "970100", "district", square(0, 0, SIDE)));
        features.add(feature("970101001", "970101", "street", square(0, 0, SIDE)));
        features.add(feature("970101001001", "970101001", "community", square(0, 0, SIDE)));
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                features.add(feature(cell(x, y), "970101001001", "grid", square(x, y, 1)));
            }
        }
        return Files.writeString(
                directory.resolve("divisions.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + String.join(",", features)
                        + "]}",
                StandardCharsets.UTF_8);
    }

    private Map<String, String> row(int i, int cases, Random random) {
        var row = new LinkedHashMap<String, String>();
        row.put("case_id", "SR-" + i);
        row.put("source_system", "foreign");
        row.put("source", random.nextInt(10) < 7 ? "resident" : "");
        row.put("matter_code", "own-" + random.nextInt(40));
        row.put("text", "路面破损，第" + i + "号\n第二行 \"引号\"");
        row.put("address", "东方路" + random.nextInt(999) + "号");
        row.put("x_channel", "app");
        place(row, i, random);
        times(row, i, random);
        duplicate(row, i, cases);
        return row;
    }

    private void place(Map<String, String> row, int i, Random random) {
        var x = random.nextInt(SIDE);
        var y = random.nextInt(SIDE);
        var far = i % 50 == 7 ? 1.0 : 0.0;
        if (i % 20 == 3) {
            row.put("cell_code", i % 40 == 3 ? cell(x, y) : "NOT-OURS");
            unplaced += i % 40 == 3 ? 0 : 1;
        } else if (i % 100 == 9) {
            unplaced++;
        } else {
            row.put("lon", degrees(WEST + far + (x + 0.1 + 0.8 * random.nextDouble()) * CELL));
            row.put("lat", degrees(SOUTH + far + (y + 0.1 + 0.8 * random.nextDouble()) * CELL));
            row.put("cell_code", cell(x, y));
            outside += far > 0 ? 1 : 0;
        }
    }

    private void times(Map<String, String> row, int i, Random random) {
        var reported = BEGINS.plusMinutes(7L * i);
        var wrong = i % 200 == 11;
        var closed = wrong ? reported.minusHours(3) : reported.plusHours(5 + random.nextInt(200));
        row.put("reported_at", reported.toString());
        row.put("filed_at", reported.plusMinutes(5).toString());
        if (i % 10 != 0) {
            row.put("dispatched_at", reported.plusMinutes(30).toString());
            row.put("unit_code", "dept-" + random.nextInt(12));
            row.put("closed_at", closed.toString());
            doubtful += wrong ? 1 : 0;
        }
        if (i % 3 == 0) {
            row.put("due_at", reported.plusHours(72).toString());
        } else {
            withoutDueTime++;
        }
        row.put("rating", i % 30 == 1 ? Integer.toString(1 + random.nextInt(5)) : "");
    }

    /** Some survivors come later in the file, and some not at all. */
    private void duplicate(Map<String, String> row, int i, int cases) {
        if (i % 40 == 21) {
            var missing = i % 400 == 21;
            row.put("duplicate_of", missing ? "SR-nowhere" : "SR-" + (i + 1) % cases);
            duplicates++;
            withoutSurvivor += missing ? 1 : 0;
        }
    }

    private static List<String> cells(Map<String, String> row) {
        return COLUMNS.stream().map(column -> row.getOrDefault(column, "")).toList();
    }

    private static String cell(int x, int y) {
        return "970101001001%03d".formatted(x * SIDE + y);
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String square(int x, int y, int size) {
        var west = WEST + x * CELL;
        var south = SOUTH + y * CELL;
        var east = west + size * CELL;
        var north = south + size * CELL;
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Polygon\",\"coordinates\":[[[%1$.4f,%2$.4f],[%3$.4f,%2$.4f],"
                        + "[%3$.4f,%4$.4f],[%1$.4f,%4$.4f],[%1$.4f,%2$.4f]]]}",
                west,
                south,
                east,
                north);
    }

    private static String feature(
            String code, String parent, String level, @Nullable String shape) {
        return """
        {"type":"Feature","properties":{"code":"%s","parent_code":"%s","level":"%s","name":"%s"},\
        "geometry":%s}\
        """
                .formatted(code, parent, level, code, shape);
    }
}
