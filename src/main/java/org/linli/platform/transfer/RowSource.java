package org.linli.platform.transfer;

import java.io.IOException;
import java.util.List;

/** The rows of a file as plain cells, one after the other, never all at once. */
interface RowSource {

    /** Takes one row. */
    @FunctionalInterface
    interface Taker {

        /**
         * @param number counted from 1 as a spreadsheet does
         */
        void take(long number, List<String> cells);
    }

    /**
     * Reads from the first row to the last; may be done again.
     *
     * @throws FileRefused if the file breaks the rules of its format
     */
    void read(Taker taker) throws IOException;
}
