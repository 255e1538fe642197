package org.linli.platform.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.linli.platform.words.Message;

/** Counts what becomes of a file while it is imported. Not for several threads. */
public final class ImportTally {

    private long accepted;
    private long unchanged;
    private long rejected;
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();

    /** A row was stored, new or changed. */
    public void accepted() {
        accepted(1);
    }

    public void accepted(long rows) {
        accepted += rows;
    }

    /** A row was there already, just so. */
    public void unchanged() {
        unchanged(1);
    }

    public void unchanged(long rows) {
        unchanged += rows;
    }

    /** A row is not stored; it has said why. */
    public void rejected(Row row) {
        rejected++;
        rejections.addAll(row.rejections());
    }

    /** Rows that were read together are not stored, for these reasons. */
    public void rejected(long rows, Collection<Rejection> reasons) {
        rejected += rows;
        rejections.addAll(reasons);
    }

    /** Parts of rows are left out that are otherwise stored. */
    public void leftOut(Collection<Rejection> parts) {
        rejections.addAll(parts);
    }

    public void note(Message note) {
        notes.add(note);
    }

    public ImportReport report() {
        return new ImportReport(accepted, unchanged, rejected, rejections, notes);
    }
}
