package org.linli.access.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that an authenticator app shows for half a minute (RFC 6238). */
public final class Totp {

    static final Duration STEP = Duration.ofSeconds(30);

    /** How many steps a phone's clock may be early or late. */
    private static final int DRIFT = 1;

    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /**
     * The step whose code this is, or empty if it is none of a step near now, or not of a later one
     * than the last that was used.
     */
    public static OptionalLong step(byte[] secret, String code, Instant now, long lastUsed) {
        var current = now.getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (var step = current - DRIFT; step <= current + DRIFT; step++) {
            // every step is tried, so that the time taken tells nothing
            if (isEqual(code(secret, step), code) && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a step. */
    public static String code(byte[] secret, long step) {
        var digest = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = digest[digest.length - 1] & 0xf;
        var number = ByteBuffer.wrap(digest, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%06d", number % MODULUS);
    }

    private static boolean isEqual(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                given.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
