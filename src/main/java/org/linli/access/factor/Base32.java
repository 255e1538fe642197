package org.linli.access.factor;

import java.math.BigInteger;

/** Bytes in letters and digits that nobody takes for one another (RFC 4648, without padding). */
public final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int BITS = 5;

    private Base32() {}

    /** The bytes in letters, eight for each five bytes. */
    public static String of(byte[] bytes) {
        if (bytes.length % BITS != 0) {
            throw new IllegalArgumentException("Not a multiple of five bytes: " + bytes.length);
        }
        var number = new BigInteger(1, bytes);
        var text = new StringBuilder();
        for (var i = 0; i < bytes.length * Byte.SIZE / BITS; i++) {
            text.append(LETTERS.charAt(number.intValue() & (LETTERS.length() - 1)));
            number = number.shiftRight(BITS);
        }
        return text.reverse().toString();
    }
}
