package org.linli.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Words that open doors: made at random, and kept only as a hash. */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;

    private Secret() {}

    /** 160 random bits for a link or a header. */
    static String fresh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random());
    }

    /** 160 random bits that a person can type. */
    static String typable() {
        return HexFormat.of().formatHex(random());
    }

    /** SHA-256: enough for 160 random bits, which nobody can guess their way back to. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
