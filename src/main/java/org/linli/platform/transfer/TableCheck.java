package org.linli.platform.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a table once from end to end: its header must fit, and each row must be readable. */
final class TableCheck implements RowSource.Taker {

    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;\\t]");

    private final Columns columns;
    private final Map<String, Integer> places = new HashMap<>();
    private int width;
    private long rows;

    TableCheck(Columns columns) {
        this.columns = columns;
    }

    @Override
    public void take(long number, List<String> cells) {
        if (number == 1) {
            readHeader(withoutTrailingBlanks(cells).stream().map(String::strip).toList());
        } else if (!isBlank(cells)) {
            rows++;
        }
    }

    /**
     * @throws FileRefused if there was not even a header
     */
    void finish() {
        if (places.isEmpty()) {
            throw new FileRefused("table/empty");
        }
    }

    /** Where each column stands, from 0. */
    Map<String, Integer> places() {
        return places;
    }

    /** How many columns the header names. */
    int width() {
        return width;
    }

    long rows() {
        return rows;
    }

    static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private void readHeader(List<String> header) {
        if (header.isEmpty()) {
            throw new FileRefused("table/empty");
        }
        if (header.size() == 1 && OTHER_SEPARATOR.matcher(header.getFirst()).find()) {
            throw new FileRefused("table/not-by-commas");
        }
        columns.check(header);
        width = header.size();
        for (int i = 0; i < width; i++) {
            places.put(header.get(i), i);
        }
    }

    private static List<String> withoutTrailingBlanks(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }
}
