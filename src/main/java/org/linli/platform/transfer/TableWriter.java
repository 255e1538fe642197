package org.linli.platform.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a CSV file that {@link Table} reads back as it was: UTF-8, commas, no byte order mark.
 * Cells are written as they are; nothing here makes them safe for a spreadsheet.
 */
public final class TableWriter {

    private final CsvWriter csv;
    private final OutputStreamWriter text;
    private final int width;

    /** Begins a file with its header. The stream is left open in the end. */
    public TableWriter(OutputStream out, List<String> header) {
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        this.width = header.size();
        csv.writeRecord(header);
    }

    /**
     * Writes a row.
     *
     * @param cells in the order of the header; null is an empty cell
     */
    public void row(@Nullable Object... cells) {
        if (cells.length != width) {
            throw new IllegalArgumentException(cells.length + " cells for " + width + " columns");
        }
        csv.writeRecord(Arrays.stream(cells).map(TableWriter::plain).toList());
    }

    /** A time as files hold it: local to the zone, with its offset. */
    public static String time(Instant at, ZoneId zone) {
        return OffsetDateTime.ofInstant(at, zone).toString();
    }

    /** Sends on what is still held back. */
    public void finish() {
        try {
            csv.flush();
            text.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String plain(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
