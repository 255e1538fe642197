package org.linli.catalogue;

import java.util.Optional;
import org.linli.calendar.TimeLimit;
import org.linli.platform.transfer.Row;
import org.linli.platform.words.Message;

/** Reads time limits from rows of files. */
final class Limits {

    private static final int LONGEST = 10;

    private Limits() {}

    /** The limit in a cell, or empty if the cell is. */
    static Optional<TimeLimit> read(Row row, String column) {
        var code = row.find(column, LONGEST);
        var limit = code.flatMap(TimeLimit::of);
        if (code.isPresent() && limit.isEmpty()) {
            row.reject(column, Message.of("catalogue/no-limit"));
        }
        return limit;
    }
}
