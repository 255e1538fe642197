package org.linli.cases.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;

/** Hands files of history over, written out in a test. */
public record HandedOver(List<Importer> importers) {

    /** Imports what somebody else's file says, in the time of Shanghai. */
    public ImportReport load(String kind, String content) {
        return load(kind, content, ImportOptions.standard());
    }

    /** Imports what somebody else's file says. */
    ImportReport load(String kind, String content, ImportOptions options) {
        try {
            var file = Files.createTempFile("linli-history-", ".csv");
            try {
                Files.writeString(file, content);
                return DemoHistory.importer(importers, kind)
                        .load(file, options, ImportProgress.SILENT);
            } finally {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
