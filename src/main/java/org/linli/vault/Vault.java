package org.linli.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The front door: seals values so that only Linli, and only in their own place, can open them. */
@Component
public class Vault {

    /** What the key column of a row says whose values are not sealed yet. */
    public static final String PLAIN = "";

    /**
     * What the key column says of a row that does not open any more, so that it holds up no other.
     */
    public static final String DAMAGED = "damaged";

    private static final int INDEX_BYTES = 16;

    private final KeyRing keys;
    private final CipherSuite suite;

    Vault(KeyRing keys, CipherSuite suite) {
        this.keys = keys;
        this.suite = suite;
    }

    /** The key under which values of a class are sealed now; kept in the row beside them. */
    public String currentKey(KeyClass keyClass) {
        return keys.current(keyClass).id();
    }

    /** What the key column of rows may say that should be sealed anew. */
    public List<String> outdatedKeys(KeyClass keyClass) {
        return Stream.concat(Stream.of(PLAIN), keys.older(keyClass).stream()).toList();
    }

    /**
     * Seals a value under the current key; empty stays empty, for it tells nothing.
     *
     * @return {@code v1|kid|alg|nonce|ct|tag}
     */
    public String seal(FieldRef field, String plain) {
        return sealUnder(currentKey(field.keyClass()), field, plain);
    }

    /**
     * Seals a value under the key that its row names, so that all values of a row share one.
     *
     * @param keyId as {@link #currentKey} gave it
     */
    public String sealUnder(String keyId, FieldRef field, String plain) {
        if (plain.isEmpty()) {
            return "";
        }
        var sealed =
                suite.seal(
                        keys.named(keyId).key(),
                        plain.getBytes(StandardCharsets.UTF_8),
                        field.bound(keyId));
        return new Envelope(keyId, suite.name(), sealed).toString();
    }

    /**
     * Opens a value in its place.
     *
     * @throws Damaged if it was changed, or belongs somewhere else
     */
    public String open(FieldRef field, String sealed) {
        if (sealed.isEmpty()) {
            return "";
        }
        var envelope = Envelope.read(sealed);
        var key = keys.named(envelope.keyId());
        if (key.keyClass() != field.keyClass() || !envelope.suite().equals(suite.name())) {
            throw new Damaged();
        }
        var plain = suite.open(key.key(), envelope.sealed(), field.bound(envelope.keyId()));
        return new String(plain, StandardCharsets.UTF_8);
    }

    /**
     * What equal values share, and nobody without the key can compute: 128 bits of HMAC-SHA-256.
     *
     * @param field keeps equal values of different fields apart
     * @param value normalised by its field
     */
    public byte[] index(String field, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.indexing(), "HmacSHA256"));
            mac.update(field.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            var whole = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, INDEX_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
