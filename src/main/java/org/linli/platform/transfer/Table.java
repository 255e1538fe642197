package org.linli.platform.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.linli.platform.words.Message;

/**
 * A CSV or XLSX file whose form has been checked from end to end, so that reading its rows meets no
 * surprise halfway. The file is read as a stream: its size does not matter to the memory.
 */
public final class Table {

    private final RowSource source;
    private final TableCheck check;
    private final ZoneId zone;
    private final List<Message> notes;

    private Table(RowSource source, TableCheck check, ZoneId zone, List<Message> notes) {
        this.source = source;
        this.check = check;
        this.zone = zone;
        this.notes = List.copyOf(notes);
    }

    /**
     * Opens a file and checks it.
     *
     * @param zone of times without an offset
     * @throws FileRefused if it is no table, or its columns are not those asked for
     */
    public static Table open(Path file, Columns columns, ZoneId zone) {
        try {
            var notes = new ArrayList<Message>();
            var source = source(file, notes);
            var check = new TableCheck(columns);
            walk(source, check);
            check.finish();
            return new Table(source, check, zone, notes);
        } catch (IOException unreadable) {
            throw new FileRefused("table/unreadable");
        }
    }

    /** How many rows there are below the header, blank ones left out. */
    public long rows() {
        return check.rows();
    }

    /** What its reader should know of how the file was understood. */
    public List<Message> notes() {
        return notes;
    }

    /**
     * Hands over the rows in groups of at most {@code size}, in the order of the file.
     *
     * @param progress told after each group
     */
    public void inBatches(int size, ImportProgress progress, Consumer<List<Row>> store) {
        var batch = new ArrayList<Row>(size);
        var done = new long[1];
        Runnable flush =
                () -> {
                    store.accept(List.copyOf(batch));
                    done[0] += batch.size();
                    progress.at(done[0], rows());
                    batch.clear();
                };
        eachRow(row -> {
            batch.add(row);
            if (batch.size() == size) {
                flush.run();
            }
        });
        if (!batch.isEmpty()) {
            flush.run();
        }
    }

    /** Hands over the rows one by one. */
    public void eachRow(Consumer<Row> taker) {
        try {
            source.read((number, cells) -> {
                if (number > 1 && !TableCheck.isBlank(cells)) {
                    taker.accept(new Row(number, check.places(), check.width(), cells, zone));
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RowSource source(Path file, List<Message> notes) throws IOException {
        if (beginsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new FileRefused("table/old-workbook");
        }
        if (beginsWith(file, 'P', 'K', 3, 4)) {
            var workbook = new WorkbookSource(file);
            workbook.refuseBombs();
            return workbook;
        }
        var encoding = TextEncoding.of(file);
        if (encoding.isChinese()) {
            notes.add(Message.of("table/gb18030"));
        }
        return new CsvSource(file, encoding);
    }

    private static boolean beginsWith(Path file, int... bytes) throws IOException {
        try (var in = Files.newInputStream(file)) {
            for (int expected : bytes) {
                if (in.read() != expected) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whatever a broken workbook makes its reader stumble over is the file's fault. */
    private static void walk(RowSource source, TableCheck check) throws IOException {
        try {
            source.read(check);
        } catch (FileRefused refused) {
            throw refused;
        } catch (RuntimeException broken) {
            throw new FileRefused("table/unreadable");
        }
    }
}
