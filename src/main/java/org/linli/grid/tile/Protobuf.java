package org.linli.grid.tile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the few forms of protocol buffers that a vector tile is made of. */
final class Protobuf {

    private static final int NUMBER = 0;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void number(int field, long value) {
        varint((long) field << 3 | NUMBER);
        varint(value);
    }

    void text(int field, String value) {
        bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    void message(int field, Protobuf value) {
        bytes(field, value.toBytes());
    }

    /** Writes a number without a field, as lists of numbers have them. */
    void varint(long value) {
        var left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    /** As {@link #varint}, small for small negative numbers too. */
    void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void bytes(int field, byte[] value) {
        varint((long) field << 3 | BYTES);
        varint(value.length);
        out.writeBytes(value);
    }
}
