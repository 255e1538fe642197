package org.linli.audit;

import java.nio.ByteBuffer;
import java.util.UUID;

/** How one event hangs on another: pure, and the same for whoever seals and whoever checks. */
final class Chain {

    private final byte[] database;

    /**
     * @param database the id of the trail: part of each leaf
     */
    Chain(UUID database) {
        this.database =
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(database.getMostSignificantBits())
                        .putLong(database.getLeastSignificantBits())
                        .array();
    }

    /** What stands before the first event. */
    byte[] start() {
        return Sha256.of(database);
    }

    /** What an event leaves under its number. */
    byte[] leaf(long no, Recorded event) {
        return Sha256.of(database, Sha256.bytes(no), event.canonical());
    }

    /** The head after this leaf. */
    byte[] head(byte[] before, byte[] leaf) {
        return Sha256.of(before, leaf);
    }
}
