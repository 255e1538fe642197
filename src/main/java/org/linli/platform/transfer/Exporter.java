package org.linli.platform.transfer;

import java.io.IOException;
import java.io.OutputStream;

/** Writes one kind of file that its importer reads back unchanged. */
public interface Exporter {

    /** The KIND of {@code ./linli export KIND}. */
    String kind();

    void write(OutputStream out) throws IOException;
}
