package org.linli.platform.transfer;

import java.nio.file.Path;

/**
 * Reads one kind of file into Linli. What is good is stored, what is not is named; reading the same
 * file twice changes nothing.
 */
public interface Importer {

    /** The KIND of {@code ./linli import KIND FILE}. */
    String kind();

    /**
     * Reads a file in batches, each stored in its own transaction.
     *
     * @throws FileRefused if the file as a whole cannot be read; nothing is stored then
     */
    ImportReport load(Path file, ImportOptions options, ImportProgress progress);
}
