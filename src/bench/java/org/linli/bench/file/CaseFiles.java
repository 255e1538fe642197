package org.linli.bench.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Files of cases as large as wanted, made of the demo's: its texts, places, times and outcomes. */
final class CaseFiles {

    private static final int CASE_ID = 0;
    private static final int SOURCE_SYSTEM = 1;

    private CaseFiles() {}

    /** Writes so many rows, under names that begin with the prefix. */
    static Path write(Path file, String prefix, int rows) throws IOException {
        var demo = demo();
        var header = demo.getFirst();
        var survivor = header.indexOf("duplicate_of");
        try (var csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord(header);
            for (int row = 0; row < rows; row++) {
                var copy = row / (demo.size() - 1);
                var fields = new ArrayList<>(demo.get(1 + row % (demo.size() - 1)));
                fields.set(CASE_ID, prefix + copy + "-" + fields.get(CASE_ID));
                fields.set(SOURCE_SYSTEM, "bench");
                if (!fields.get(survivor).isEmpty()) {
                    fields.set(survivor, prefix + copy + "-" + fields.get(survivor));
                }
                csv.writeRecord(fields);
            }
        }
        return file;
    }

    private static List<List<String>> demo() throws IOException {
        try (var in = new ClassPathResource("demo/cases.csv").getInputStream();
                var text = new InputStreamReader(in, StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofCsvRecord(text)) {
            return csv.stream().map(CsvRecord::getFields).toList();
        }
    }
}
