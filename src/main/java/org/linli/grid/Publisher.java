package org.linli.grid;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.linli.audit.AuditTrail;
import org.linli.platform.transfer.ImportProgress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes a revision: all of it at once, so that nobody ever sees half a partition. */
@Component
class Publisher {

    /** Rows of a partition sent to the database at a time. */
    private static final int BATCH = 500;

    private final PublicationStore store;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Publisher(PublicationStore store, AuditTrail trail, TransactionTemplate transaction) {
        this.trail = trail;
        this.store = store;
        this.transaction = transaction;
    }

    /** False if somebody else has published since the revision began, and nothing was stored. */
    boolean publish(
            String scheme, long edition, Revision revision, Instant now, ImportProgress progress) {
        var rows = revision.toStore();
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    if (!store.begin(edition, scheme, now)) {
                        return false;
                    }
                    store.endVersions(scheme, edition + 1, followed(revision));
                    for (var from = 0; from < rows.size(); from += BATCH) {
                        var to = Math.min(from + BATCH, rows.size());
                        store.write(scheme, edition + 1, rows.subList(from, to));
                        progress.at(to, rows.size());
                    }
                    trail.stored("divisions", rows.size());
                    return true;
                }));
    }

    private static Collection<Change> followed(Revision revision) {
        return revision.changes().stream().filter(Change::endsOneBefore).toList();
    }
}
