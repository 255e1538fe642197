package org.linli.audit;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes along the trail from its first record to its last, each compared with its seal. */
final class TrailWalk {

    private static final int SEALS = 20;

    /** As many as could be waiting on the busiest day, without filling the memory. */
    private static final int MOST_WAITING = 1_000_000;

    private final SealStore store;
    private final Chain chain;
    private final int epoch;
    private byte[] head;
    private @Nullable Seal last;
    private long sealed;
    private long waiting;

    /**
     * @param epoch of the installation now
     */
    TrailWalk(SealStore store, Chain chain, int epoch) {
        this.store = store;
        this.chain = chain;
        this.epoch = epoch;
        this.head = chain.start();
    }

    /** How many records were found as they were sealed. */
    long sealed() {
        return sealed;
    }

    /** How many were not sealed yet. */
    long waiting() {
        return waiting;
    }

    /**
     * @throws Tampered at the first thing that is wrong
     */
    void over(Witness witness) {
        var seals = store.sealsAfter(0, SEALS);
        while (!seals.isEmpty()) {
            for (var seal : seals) {
                over(seal, witness);
            }
            seals = store.sealsAfter(sealed, SEALS);
        }
        witness.requireAll(sealed);
        overTheRest();
    }

    private void over(Seal seal, Witness witness) {
        if (seal.first() != sealed + 1) {
            throw new Tampered("audit/seal-gap", sealed + 1, seal.first());
        }
        var events = store.events(seal.events());
        for (var no = seal.first(); no <= seal.last(); no++) {
            compare(seal, no, events);
            head = chain.head(head, seal.leaf(no));
            sealed = no;
            witness.require(no, head);
        }
        if (!Arrays.equals(head, seal.head())) {
            throw new Tampered("audit/seal-altered", seal.first(), seal.last());
        }
        last = seal;
    }

    private void compare(Seal seal, long no, Map<Long, Recorded> events) {
        var event = events.get(seal.event(no));
        if (event == null) {
            throw new Tampered("audit/record-missing", no, seal.event(no));
        }
        if (!Arrays.equals(chain.leaf(no, event), seal.leaf(no))) {
            throw new Tampered("audit/record-altered", no, event.id());
        }
    }

    /** Nothing may come late among what is sealed, nor from a transaction that never was. */
    private void overTheRest() {
        var next = store.nextTransaction();
        var from = last == null || last.epoch() != epoch ? 0 : last.below();
        for (var event : store.notSealed(next, MOST_WAITING)) {
            if (event.transaction() < from) {
                throw new Tampered("audit/record-added", event.id(), event.at().toString());
            }
            waiting++;
        }
        store.fromTheFuture(next)
                .ifPresent(event -> {
                    throw new Tampered("audit/record-added", event.id(), event.at().toString());
                });
    }
}
