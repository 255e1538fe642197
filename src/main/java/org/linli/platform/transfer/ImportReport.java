package org.linli.platform.transfer;

import java.util.List;
import org.linli.platform.words.Message;

/**
 * What became of a file.
 *
 * @param accepted rows stored, new or changed
 * @param unchanged rows that were there already, just so
 * @param rejections what could not be stored, and why; a row may be named more than once
 * @param rejected rows not stored
 * @param notes what its reader should know besides
 */
public record ImportReport(
        long accepted,
        long unchanged,
        long rejected,
        List<Rejection> rejections,
        List<Message> notes) {

    public ImportReport {
        rejections = List.copyOf(rejections);
        notes = List.copyOf(notes);
    }
}
