package org.linli.platform.operation;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One write as its sender names it, so that sending it again does nothing again.
 *
 * @param caller who sends it; operation ids are theirs alone
 * @param hash SHA-256 of what it says
 */
public record Operation(String caller, UUID opId, byte[] hash) {

    public Operation {
        hash = hash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /** The hash as receipts show it. */
    public String hashInHex() {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operation that
                && caller.equals(that.caller)
                && opId.equals(that.opId)
                && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return opId.hashCode();
    }
}
