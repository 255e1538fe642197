package org.linli.audit;

import java.util.Arrays;

/**
 * A batch of the chain.
 *
 * @param first number of its first event
 * @param last number of its last event
 * @param below all events of transactions below this one are sealed
 * @param leaves 32 bytes for each event
 * @param head of the chain after its last event
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by content only
record Seal(long first, long last, String below, byte[] leaves, byte[] head) {

    byte[] leaf(long no) {
        var from = Math.toIntExact(no - first) * Sha256.BYTES;
        return Arrays.copyOfRange(leaves, from, from + Sha256.BYTES);
    }

    boolean holds(long no) {
        return no >= first && no <= last;
    }
}
