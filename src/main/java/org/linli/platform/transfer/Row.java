package org.linli.platform.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.linli.platform.words.Message;

/**
 * One row of a table, read by column and type. What does not fit is remembered as a rejection, so
 * that a row names all its faults at once; who reads a row asks at the end whether it {@link
 * #isSound}. Cells are stripped of the blanks around them; a column the file does not have reads as
 * empty.
 */
public final class Row {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    private static final int SHOWN = 500;

    private final long number;
    private final Map<String, Integer> places;
    private final List<String> cells;
    private final ZoneId zone;
    private final List<Rejection> rejections = new ArrayList<>();

    Row(long number, Map<String, Integer> places, int width, List<String> cells, ZoneId zone) {
        this.number = number;
        this.places = places;
        this.cells = cells;
        this.zone = zone;
        if (cells.size() > width && !TableCheck.isBlank(cells.subList(width, cells.size()))) {
            rejections.add(
                    new Rejection(number, "", cells.get(width), Message.of("table/row-too-long")));
        }
    }

    /**
     * A row that does not come from a table, such as a feature of a map.
     *
     * @param number its number in the file, from 1
     * @param cells the text of each column it has
     */
    public static Row of(long number, SequencedMap<String, String> cells, ZoneId zone) {
        var places = new HashMap<String, Integer>();
        cells.keySet().forEach(column -> places.put(column, places.size()));
        return new Row(number, places, cells.size(), List.copyOf(cells.values()), zone);
    }

    /** Counted from 1, the header of a table being row 1. */
    public long number() {
        return number;
    }

    /** Whether everything read so far fitted. */
    public boolean isSound() {
        return rejections.isEmpty();
    }

    /** What did not fit so far. */
    public List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /**
     * Says that a value does not fit.
     *
     * @param column empty where the row as a whole is meant
     */
    public void reject(String column, Message reason) {
        var value = column.isEmpty() ? "" : cell(column);
        var shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        rejections.add(new Rejection(number, column, shown, reason));
    }

    /** The text of a cell, empty if it is. */
    public String text(String column, int maxLength) {
        var text = cell(column);
        if (text.codePointCount(0, text.length()) > maxLength) {
            reject(column, Message.of("table/too-long", maxLength));
            return "";
        }
        if (text.indexOf('\0') >= 0) {
            reject(column, Message.of("table/not-text"));
            return "";
        }
        return text;
    }

    /** The text of a cell that must not be empty. */
    public String required(String column, int maxLength) {
        if (cell(column).isEmpty()) {
            reject(column, Message.of("table/required"));
        }
        return text(column, maxLength);
    }

    /** The text of a cell, or empty if it has none. */
    public Optional<String> find(String column, int maxLength) {
        return Optional.of(text(column, maxLength)).filter(text -> !text.isEmpty());
    }

    /** A decimal number from {@code least} to {@code most}, or empty if the cell is. */
    public Optional<Double> number(String column, double least, double most) {
        var text = cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            reject(column, Message.of("table/not-a-number"));
            return Optional.empty();
        }
        var value = Double.parseDouble(text);
        return within(column, value >= least && value <= most, value, least, most);
    }

    /** A whole number from {@code least} to {@code most}, or empty if the cell is. */
    public Optional<Long> whole(String column, long least, long most) {
        var text = cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!WHOLE.matcher(text).matches()) {
            reject(column, Message.of("table/not-whole"));
            return Optional.empty();
        }
        var value = Long.parseLong(text);
        return within(column, value >= least && value <= most, value, least, most);
    }

    /**
     * A time as ISO 8601; without an offset in the zone of the import, a bare date its midnight.
     * Empty if the cell is.
     */
    public Optional<Instant> time(String column) {
        return moment(column).map(moment -> moment.in(zone));
    }

    /** A date as ISO 8601, or empty if the cell is. */
    public Optional<LocalDate> date(String column) {
        var read = moment(column);
        if (read.isPresent() && !read.get().isDate()) {
            reject(column, Message.of("table/not-a-date"));
            return Optional.empty();
        }
        return read.map(Moment::date);
    }

    /** One of a few words, or empty if the cell is. */
    public <T> Optional<T> oneOf(String column, Map<String, T> words) {
        var text = cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var meant = Optional.ofNullable(words.get(text));
        if (meant.isEmpty()) {
            var allowed = words.keySet().stream().sorted().toList();
            reject(column, Message.of("table/not-one-of", String.join(", ", allowed)));
        }
        return meant;
    }

    /** 1 for yes, 0 or empty for no. */
    public boolean flag(String column) {
        return oneOf(column, Map.of("0", false, "1", true)).orElse(false);
    }

    private <T> Optional<T> within(
            String column, boolean fits, T value, Object least, Object most) {
        if (!fits) {
            reject(column, Message.of("table/out-of-range", least, most));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<Moment> moment(String column) {
        var text = cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var read = Moment.of(text);
        if (read.isEmpty()) {
            reject(column, Message.of("table/not-a-time"));
            return Optional.empty();
        }
        var year = read.get().date().getYear();
        var isOurs = year >= FIRST_YEAR && year <= LAST_YEAR;
        return within(column, isOurs, read.get(), FIRST_YEAR, LAST_YEAR);
    }

    private String cell(String column) {
        var place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }
}
