package org.linli.cases.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stands for a text that is too long to keep: equal texts have equal ones, others do not. */
record Fingerprint(String hex) {

    private static final int BYTES = 16;

    static Fingerprint of(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    long asLong() {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).getLong();
    }
}
