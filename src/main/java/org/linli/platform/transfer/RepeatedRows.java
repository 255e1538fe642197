package org.linli.platform.transfer;

import java.util.HashMap;
import java.util.Map;
import org.linli.platform.words.Message;

/** Finds rows of a file that speak of the same thing again: only the first of them can be meant. */
public final class RepeatedRows {

    private final Map<Object, Long> rowOf = new HashMap<>();

    /**
     * Rejects a row, sound so far, whose key an earlier one had.
     *
     * @param column where the key stands
     */
    public void check(Row row, String column, Object key) {
        if (!row.isSound()) {
            return;
        }
        var before = rowOf.putIfAbsent(key, row.number());
        if (before != null) {
            row.reject(column, Message.of("table/repeated", before));
        }
    }
}
