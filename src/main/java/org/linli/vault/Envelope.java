package org.linli.vault;

import java.util.Base64;
import java.util.regex.Pattern;
import org.linli.vault.CipherSuite.Ciphertext;

/**
 * A sealed value as the database keeps it: {@code v1|kid|alg|nonce|ct|tag}.
 *
 * @param keyId the data key it was sealed under
 * @param suite the name of the cipher suite
 */
record Envelope(String keyId, String suite, Ciphertext sealed) {

    private static final String VERSION = "v1";
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final int PARTS = 6;

    /**
     * @throws Damaged if this is no envelope
     */
    static Envelope read(String text) {
        var parts = BAR.split(text, -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            throw new Damaged();
        }
        return new Envelope(
                parts[1],
                parts[2],
                new Ciphertext(bytes(parts[3]), bytes(parts[4]), bytes(parts[5])));
    }

    @Override
    public String toString() {
        return String.join(
                "|",
                VERSION,
                keyId,
                suite,
                text(sealed.nonce()),
                text(sealed.text()),
                text(sealed.tag()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException changed) {
            throw new Damaged();
        }
    }
}
