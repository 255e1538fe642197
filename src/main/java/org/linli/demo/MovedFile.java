package org.linli.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/** A file of the demo with the times of its rows moved, and without those left out. */
final class MovedFile {

    /** How many weeks later a row is told, by its first cell; empty if it is left out. */
    interface Weeks {
        OptionalLong of(String id);
    }

    private MovedFile() {}

    /** Reads the moved copy of a file and forgets it. */
    static <T> T read(String name, Weeks weeks, Function<Path, T> reading) {
        try {
            var copy = Files.createTempFile("linli-demo-", ".csv");
            try {
                write(name, weeks, copy);
                return reading.apply(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(String name, Weeks weeks, Path copy) throws IOException {
        try (var text =
                        new InputStreamReader(
                                new ClassPathResource("demo/" + name).getInputStream(),
                                StandardCharsets.UTF_8);
                var rows = CsvReader.builder().ofCsvRecord(text);
                var out = CsvWriter.builder().build(copy)) {
            var times = new ArrayList<Integer>();
            for (var row : rows) {
                var cells = row.getFields();
                if (row.getStartingLineNumber() == 1) {
                    times.addAll(timeColumns(cells));
                    out.writeRecord(cells);
                } else {
                    weeks.of(cells.getFirst())
                            .ifPresent(later -> out.writeRecord(moved(cells, times, later)));
                }
            }
        }
    }

    private static List<Integer> timeColumns(List<String> header) {
        return IntStream.range(0, header.size())
                .filter(column -> isTime(header.get(column)))
                .boxed()
                .toList();
    }

    private static boolean isTime(String column) {
        return column.equals("at") || column.endsWith("_at") || column.endsWith("_until");
    }

    private static List<String> moved(List<String> cells, List<Integer> times, long weeks) {
        var moved = new ArrayList<>(cells);
        for (var column : times) {
            var cell = cells.get(column);
            if (!cell.isEmpty()) {
                moved.set(column, later(cell, weeks));
            }
        }
        return moved;
    }

    /** A cell holds a time, or a day alone. */
    private static String later(String cell, long weeks) {
        return cell.contains("T")
                ? LocalDateTime.parse(cell).plusWeeks(weeks).toString()
                : LocalDate.parse(cell).plusWeeks(weeks).toString();
    }
}
