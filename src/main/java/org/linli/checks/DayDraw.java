package org.linli.checks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The draw of one day. Before the day begins the hash of its seed is written down for everybody to
 * see, after it the seed itself: until then nobody can tell what will be drawn, and from then on
 * anybody can repeat it. A closing is drawn if its number, a hash of the seed and of its case, is
 * below the rate. Everything it takes is in the published rows: {@code HMAC-SHA256(seed,
 * "check|<case number>|<version>")}, of which the first 53 bits are a fraction of one.
 *
 * @param seed 32 bytes
 */
record DayDraw(LocalDate day, byte[] seed, SampleRates rates) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BITS = 53;

    /** What is drawn, each by numbers of its own. */
    enum Purpose {
        /** Of the grid's own closings, for a checker. */
        CHECK("check"),
        /** Of all closings, for a supervisor. */
        SUPERVISION("supervision");

        private final String code;

        Purpose(String code) {
            this.code = code;
        }

        /** As it is stored, and stands in what is hashed. */
        String code() {
            return code;
        }
    }

    /** The number of a closing, from 0 to 1. */
    double number(Purpose purpose, String caseNo, int version) {
        var hash = hmac(seed, purpose.code() + "|" + caseNo + "|" + version);
        return (ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - BITS)) * 0x1p-53;
    }

    /** What is told of the seed before the day. */
    byte[] commitment() {
        return sha256(seed);
    }

    static byte[] sha256(byte[] seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
