package org.linli.audit;

import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.linli.audit.SealStore.Witnessed;
import org.linli.platform.operation.Operations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole trail again, computes it again, and compares it with every checkpoint outside the
 * database. What is not sealed yet is let pass.
 */
@Component
public class TrailCheck {

    private final SealStore store;
    private final Anchors anchors;
    private final Operations operations;
    private final TransactionTemplate snapshot;

    TrailCheck(
            SealStore store,
            Anchors anchors,
            Operations operations,
            PlatformTransactionManager transactions) {
        this.operations = operations;
        this.store = store;
        this.anchors = anchors;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /** Checks all of it, up to the first thing that is wrong. */
    public Verdict run() {
        return Objects.requireNonNull(snapshot.execute(_ -> verdict()));
    }

    private Verdict verdict() {
        var database = store.database();
        if (database.isEmpty()) {
            return failed(new Tampered("audit/no-trail"));
        }
        var walk = new TrailWalk(store, new Chain(database.get()), operations.epoch());
        try {
            var witness = witness(database.get());
            walk.over(witness);
            return new Verdict(
                    walk.sealed(), walk.waiting(), witness.checkpoints(), Optional.empty());
        } catch (Tampered found) {
            return new Verdict(walk.sealed(), 0, 0, Optional.of(found.told()));
        }
    }

    private static Verdict failed(Tampered found) {
        return new Verdict(0, 0, 0, Optional.of(found.told()));
    }

    private Witness witness(UUID database) {
        var told = store.witnessed();
        var lines = anchors.lines(database);
        if (lines.isEmpty() && !told.isEmpty()) {
            throw new Tampered("audit/checkpoint-missing", firstNo(told));
        }
        if (lines.isEmpty() && anchors.knowOthers(database)) {
            throw new Tampered("audit/another-database");
        }
        var key = anchors.key();
        var witness = Witness.of(database, lines, key);
        witness.require(told, HexFormat.of().formatHex(key.signer()));
        return witness;
    }

    private static long firstNo(java.util.List<Witnessed> told) {
        return told.getFirst().no();
    }
}
