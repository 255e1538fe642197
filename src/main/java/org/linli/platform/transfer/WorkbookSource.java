package org.linli.platform.transfer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first sheet of an XLSX workbook. Of a formula its stored value is read; macros
 * and everything else in the file are ignored.
 */
final class WorkbookSource implements RowSource {

    /** Far above a sheet of a million rows; below what would fill the memory. */
    private static final long MOST_BYTES = 600L << 20;

    private static final int MOST_PARTS = 2_000;

    /**
     * The part that says which numbers are dates. A workbook may do without, but not its reader.
     */
    private static final String STYLES = "/styles.xml";

    /** The part that holds texts and no cells. */
    private static final String STRINGS = "/sharedStrings.xml";

    /** Numbers of the formats for dates and times that every workbook has without naming them. */
    private static final Set<Integer> DATE_FORMATS =
            Stream.of(
                            IntStream.rangeClosed(14, 22),
                            IntStream.rangeClosed(27, 36),
                            IntStream.rangeClosed(45, 47),
                            IntStream.rangeClosed(50, 58))
                    .flatMap(IntStream::boxed)
                    .collect(Collectors.toUnmodifiableSet());

    /** What a format says literally or as a condition, and so says nothing of dates. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");

    private static final Pattern DATE_LETTER = Pattern.compile("[yYmMdDhHsS]");

    private final Path file;
    private final boolean hasStyles;

    /** Opens a workbook; see {@link #refuseBombs} before it is read. */
    WorkbookSource(Path file) throws IOException {
        this.file = file;
        try (var archive = new ZipFile(file.toFile())) {
            this.hasStyles = archive.stream().anyMatch(part -> part.getName().endsWith(STYLES));
        }
    }

    /**
     * Refuses a workbook that unpacks to more than a sheet can hold, or that its reader would make
     * more of. The parts are unpacked to count them: what the archive says of their size may be a
     * lie.
     */
    void refuseBombs() throws IOException {
        try (var archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_PARTS) {
                throw new FileRefused("table/workbook-too-large");
            }
            long bytes = 0;
            for (var part : archive.stream().toList()) {
                bytes = unpacked(archive, part, bytes);
            }
        }
    }

    /** How many bytes it is with this part. */
    private static long unpacked(ZipFile archive, ZipEntry part, long before) throws IOException {
        var buffer = new byte[1 << 16];
        var bytes = before;
        var far = new FarCells();
        var holdsCells = !part.getName().endsWith(STRINGS);
        try (var in = archive.getInputStream(part)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > MOST_BYTES || holdsCells && far.isIn(buffer, n)) {
                    throw new FileRefused("table/workbook-too-large");
                }
            }
        }
        return bytes;
    }

    @Override
    public void read(Taker taker) throws IOException {
        var options = new ReadingOptions(hasStyles, true);
        try (var workbook = new ReadableWorkbook(file.toFile(), options);
                var rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                var cells = new ArrayList<String>(row.getCellCount());
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(text(row.getCell(i)));
                }
                taker.take(row.getRowNum(), cells);
            });
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return Boolean.TRUE.equals(cell.asBoolean()) ? "1" : "0";
        }
        if (cell.getType() == CellType.NUMBER && isDate(cell)) {
            return iso(cell.asDate());
        }
        if (cell.getType() == CellType.NUMBER) {
            return plain(cell.asNumber());
        }
        return cell.getText() == null ? "" : cell.getText();
    }

    private static boolean isDate(Cell cell) {
        if (cell.getDataFormatId() != null && DATE_FORMATS.contains(cell.getDataFormatId())) {
            return true;
        }
        var format = cell.getDataFormatString();
        return format != null && DATE_LETTER.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }

    /**
     * Dates are stored as fractions of days, so that seconds come out a little beside themselves.
     */
    private static String iso(LocalDateTime read) {
        var time = read.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
        var midnight = time.toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? time.toLocalDate().toString() : time.toString();
    }

    private static String plain(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return Math.abs(bare.scale()) > 40 ? bare.toString() : bare.toPlainString();
    }
}
