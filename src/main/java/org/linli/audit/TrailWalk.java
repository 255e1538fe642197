package org.linli.audit;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes along the trail from its first record to its last, each compared with its seal. */
final class TrailWalk {

    private static final int PAGE = 5_000;
    private static final int SEALS = 50;

    private final SealStore store;
    private final Chain chain;
    private final Events events;
    private byte[] head;
    private String below = "0";
    private long sealed;
    private long waiting;

    TrailWalk(SealStore store, Chain chain) {
        this.store = store;
        this.chain = chain;
        this.head = chain.start();
        this.events = new Events();
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
        for (var no = seal.first(); no <= seal.last(); no++) {
            compare(seal, no);
            head = chain.head(head, seal.leaf(no));
            sealed = no;
            witness.require(no, head);
        }
        if (!Arrays.equals(head, seal.head())) {
            throw new Tampered("audit/seal-altered", seal.first(), seal.last());
        }
        below = seal.below();
    }

    private void compare(Seal seal, long no) {
        if (!events.hasNext()) {
            throw new Tampered("audit/record-missing", no);
        }
        var event = events.next();
        if (fits(seal, no, event)) {
            return;
        }
        if (comesAfter(seal, no, event)) {
            throw new Tampered("audit/record-missing", no);
        }
        if (events.hasNext() && fits(seal, no, events.next())) {
            throw new Tampered("audit/record-added", no, event.id());
        }
        throw new Tampered("audit/record-altered", no, event.id());
    }

    private boolean fits(Seal seal, long no, Recorded event) {
        return Arrays.equals(chain.leaf(no, event), seal.leaf(no));
    }

    /** Whether it is the record after this number, or one that nobody has sealed yet. */
    private boolean comesAfter(Seal seal, long no, Recorded event) {
        if (seal.holds(no + 1)) {
            return fits(seal, no + 1, event);
        }
        var next = store.sealsAfter(no, 1);
        return next.isEmpty()
                ? Long.parseUnsignedLong(event.xid()) >= Long.parseUnsignedLong(seal.below())
                : fits(next.getFirst(), next.getFirst().first(), event);
    }

    /** Nothing may come late among what is sealed, nor from a transaction that never was. */
    private void overTheRest() {
        var next = Long.parseUnsignedLong(store.nextTransaction());
        var from = Long.parseUnsignedLong(below);
        while (events.hasNext()) {
            var event = events.next();
            var xid = Long.parseUnsignedLong(event.xid());
            if (xid < from || xid >= next) {
                throw new Tampered("audit/record-added", sealed + 1, event.id());
            }
            waiting++;
        }
    }

    /** All records in the order they are sealed in. */
    private final class Events implements Iterator<Recorded> {

        private Iterator<Recorded> page = List.<Recorded>of().iterator();
        private @Nullable Recorded last;

        @Override
        public boolean hasNext() {
            if (!page.hasNext()) {
                var after = last;
                page =
                        (after == null
                                        ? store.page("0", Long.MIN_VALUE, PAGE)
                                        : store.page(after.xid(), after.id(), PAGE))
                                .iterator();
            }
            return page.hasNext();
        }

        @Override
        public Recorded next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var next = page.next();
            last = next;
            return next;
        }
    }
}
