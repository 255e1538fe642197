package org.linli.audit;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.operation.Operations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains what has been recorded, one node at a time, and no further than the snapshot horizon: the
 * order of ids is not that of commits, and what commits late must not be passed over.
 */
@Component
class Sealer {

    /** Few enough to be sealed in a fraction of a second. */
    private static final int BATCH = 10_000;

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(1);

    private final SealStore store;
    private final Anchors anchors;
    private final Operations operations;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private @Nullable Checkpoint newest;

    Sealer(
            SealStore store,
            Anchors anchors,
            Operations operations,
            TransactionTemplate transaction,
            Clock clock) {
        this.operations = operations;
        this.store = store;
        this.anchors = anchors;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Seals all that can be, and writes a checkpoint if it is time for one. */
    synchronized void seal() {
        while (sealed()) {}
        checkpoint(BETWEEN_CHECKPOINTS);
    }

    /** Writes a checkpoint of all that is sealed, unless there is nothing new. */
    synchronized void checkpoint() {
        checkpoint(Duration.ZERO);
    }

    /** Seals a batch; false if there was none, or somebody else is at it. */
    private boolean sealed() {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    if (!store.alone()) {
                        return false;
                    }
                    var last = store.last();
                    var batch = batch(last, store.horizon());
                    if (batch.events.isEmpty()) {
                        return false;
                    }
                    store.add(next(last, batch), clock.instant());
                    return true;
                }));
    }

    /**
     * What is sealed at once.
     *
     * @param below all events of transactions below this one are sealed with it
     */
    private record Batch(List<Recorded> events, long below) {}

    /** A transaction is sealed whole, however large, so that the next batch begins with another. */
    private Batch batch(Optional<Seal> last, long horizon) {
        var events = unsealed(last, horizon, BATCH);
        if (events.size() < BATCH) {
            return new Batch(events, horizon);
        }
        var cut = events.getLast().transaction();
        var whole = events.stream().filter(event -> event.transaction() < cut).toList();
        return whole.isEmpty()
                ? new Batch(unsealed(last, cut + 1, Integer.MAX_VALUE), cut + 1)
                : new Batch(whole, cut);
    }

    /** Where transactions are counted as they were, nobody need look at what is sealed. */
    private List<Recorded> unsealed(Optional<Seal> last, long below, int limit) {
        return last.filter(seal -> seal.epoch() == operations.epoch())
                .map(seal -> store.since(seal.below(), below, limit))
                .orElseGet(() -> store.notSealed(below, limit));
    }

    private Seal next(Optional<Seal> last, Batch batch) {
        var chain = new Chain(database());
        var head = last.map(Seal::head).orElseGet(chain::start);
        var first = last.map(Seal::last).orElse(0L) + 1;
        var leaves = new ByteArrayOutputStream(batch.events.size() * Sha256.BYTES);
        var no = first;
        for (var event : batch.events) {
            var leaf = chain.leaf(no++, event);
            leaves.writeBytes(leaf);
            head = chain.head(head, leaf);
        }
        var ids = batch.events.stream().map(Recorded::id).toList();
        return new Seal(first, ids, leaves.toByteArray(), head, batch.below, operations.epoch());
    }

    private void checkpoint(Duration pause) {
        var sealed = store.last();
        if (sealed.isEmpty()) {
            return;
        }
        var database = database();
        var key = anchors.key();
        var before = newest == null ? newestOf(database, key) : Optional.of(newest);
        var now = clock.instant();
        if (before.isPresent() && !isDue(before.get(), sealed.get(), now, pause)) {
            return;
        }
        var next =
                Checkpoint.signed(
                        before.map(Checkpoint::no).orElse(0L) + 1,
                        database,
                        sealed.get().last(),
                        sealed.get().head(),
                        now,
                        before.map(last -> HexFormat.of().formatHex(last.hash()))
                                .orElse(Checkpoint.NONE),
                        key);
        // the file first: what the database says is written must be
        anchors.append(database, next.line());
        store.add(key.signer(), next);
        newest = next;
    }

    private static boolean isDue(Checkpoint before, Seal sealed, Instant now, Duration pause) {
        return sealed.last() != before.sealNo() && !now.isBefore(before.at().plus(pause));
    }

    /** The last line of the file, told to the database again in case it was not heard. */
    private Optional<Checkpoint> newestOf(UUID database, SigningKey key) {
        var lines = anchors.lines(database);
        var last =
                lines.isEmpty() ? Optional.<Checkpoint>empty() : Checkpoint.read(lines.getLast());
        last.ifPresent(checkpoint -> store.add(key.signer(), checkpoint));
        return last;
    }

    private UUID database() {
        return store.database().orElseThrow(() -> new IllegalStateException("No trail"));
    }
}
