package org.linli.platform.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

/** The rows of a CSV file (RFC 4180, separated by commas). */
final class CsvSource implements RowSource {

    private final Path file;
    private final TextEncoding encoding;

    CsvSource(Path file, TextEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    @Override
    public void read(Taker taker) throws IOException {
        var format =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false);
        try (var reader = format.ofCsvRecord(encoding.open(file))) {
            var records = reader.iterator();
            for (long number = 1; hasNext(records, number); number++) {
                taker.take(number, records.next().getFields());
            }
        }
    }

    private static boolean hasNext(Iterator<?> records, long number) {
        try {
            return records.hasNext();
        } catch (CsvParseException broken) {
            throw new FileRefused("table/csv-broken", number);
        }
    }
}
