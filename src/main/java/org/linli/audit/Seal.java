package org.linli.audit;

import java.util.Arrays;
import java.util.List;

/**
 * A batch of the chain.
 *
 * @param first number of its first event
 * @param events their ids, in the order they were sealed in
 * @param leaves 32 bytes for each event
 * @param head of the chain after its last event
 * @param below all events of transactions below this one are sealed
 * @param epoch in which transactions are so counted
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by content only
record Seal(long first, List<Long> events, byte[] leaves, byte[] head, long below, int epoch) {

    Seal {
        events = List.copyOf(events);
    }

    /** Number of its last event. */
    long last() {
        return first + events.size() - 1;
    }

    /** The id of the event with this number. */
    long event(long no) {
        return events.get(Math.toIntExact(no - first));
    }

    byte[] leaf(long no) {
        var from = Math.toIntExact(no - first) * Sha256.BYTES;
        return Arrays.copyOfRange(leaves, from, from + Sha256.BYTES);
    }
}
