package org.linli.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.Row;
import org.linli.platform.transfer.Table;

/** The demo's due times were worked out by others, elsewhere: ours must be the same. */
class DemoDueTimesTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Path DEMO = Path.of("src/main/resources/demo/cases.csv");

    private static final Path MATTERS = Path.of("src/main/resources/catalogue/matters.csv");

    private final WorkingTime time =
            new WorkingTime(SHANGHAI, Mainland.specialDays(), Set.of(2024, 2025, 2026));

    private final Map<String, TimeLimit> normalLimits = normalLimits();

    @Test
    void eachDueTimeOfTheDemoComesOutOfItsStartItsLimitAndItsExtensions() {
        var wrong = new ArrayList<String>();
        var compared = new AtomicInteger();

        rows(
                DEMO,
                row ->
                        row.time("due_at")
                                .ifPresent(due -> {
                                    compared.incrementAndGet();
                                    var ours = time.due(start(row), limit(row));
                                    if (!ours.equals(new Due(due, false))) {
                                        wrong.add(
                                                row.text("case_id", 50)
                                                        + ": "
                                                        + ours
                                                        + " is not "
                                                        + due);
                                    }
                                }));

        assertThat(compared).hasValue(10_792);
        assertThat(wrong).isEmpty();
    }

    private TimeLimit limit(Row row) {
        var limit = normalLimits.get(row.text("matter_code", 50));
        return Objects.requireNonNull(limit)
                .times(1 + row.whole("extensions", 0, 9).orElse(0L).intValue());
    }

    /** The dispatch; what the grid settled itself has none and counts from its filing. */
    private static Instant start(Row row) {
        return row.time("dispatched_at").or(() -> row.time("filed_at")).orElseThrow();
    }

    private static Map<String, TimeLimit> normalLimits() {
        var limits = new HashMap<String, TimeLimit>();
        rows(
                MATTERS,
                row ->
                        limits.put(
                                row.text("code", 50),
                                TimeLimit.parse(row.text("limit_normal", 50))));
        return limits;
    }

    private static void rows(Path file, Consumer<Row> reading) {
        Table.open(file, Columns.of(header(file)), SHANGHAI).eachRow(reading);
    }

    private static String[] header(Path file) {
        try (var lines = Files.newBufferedReader(file)) {
            return lines.readLine().split(",", -1);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
