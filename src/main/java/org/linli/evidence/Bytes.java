package org.linli.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file that nobody has to trust: reading past its end says that it is damaged. */
record Bytes(byte[] all) {

    int length() {
        return all.length;
    }

    boolean startWith(byte[] signature) {
        return all.length >= signature.length
                && Arrays.equals(all, 0, signature.length, signature, 0, signature.length);
    }

    int u8(long at) {
        if (at < 0 || at >= all.length) {
            throw PhotoRefused.damaged();
        }
        return all[(int) at] & 0xff;
    }

    int u16(long at) {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    int u16LittleEndian(long at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24LittleEndian(long at) {
        return u16LittleEndian(at) | u8(at + 2) << 16;
    }

    long u32LittleEndian(long at) {
        return u16LittleEndian(at) | (long) u16LittleEndian(at + 2) << 16;
    }

    /** Whether this ASCII text stands there. */
    boolean says(String text, long at) {
        var wanted = text.getBytes(StandardCharsets.US_ASCII);
        return at >= 0
                && at + wanted.length <= all.length
                && Arrays.equals(all, (int) at, (int) at + wanted.length, wanted, 0, wanted.length);
    }
}
