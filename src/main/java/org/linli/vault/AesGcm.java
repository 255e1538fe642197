package org.linli.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** AES-256-GCM as Tink does it: a nonce of its own for each value, a tag of 128 bits. */
@Component
class AesGcm implements CipherSuite {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private static final AesGcmParameters PARAMETERS = parameters();

    @Override
    public String name() {
        return "A256GCM";
    }

    @Override
    public byte[] newKey() {
        return SecretBytes.randomBytes(KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
    }

    @Override
    public Ciphertext seal(byte[] key, byte[] plain, byte[] bound) {
        try {
            var all = aead(key).encrypt(plain, bound);
            var tag = all.length - TAG_BYTES;
            return new Ciphertext(
                    Arrays.copyOf(all, NONCE_BYTES),
                    Arrays.copyOfRange(all, NONCE_BYTES, tag),
                    Arrays.copyOfRange(all, tag, all.length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] open(byte[] key, Ciphertext sealed, byte[] bound) {
        var nonce = sealed.nonce();
        var text = sealed.text();
        var tag = sealed.tag();
        var all = Arrays.copyOf(nonce, nonce.length + text.length + tag.length);
        System.arraycopy(text, 0, all, nonce.length, text.length);
        System.arraycopy(tag, 0, all, nonce.length + text.length, tag.length);
        try {
            return aead(key).decrypt(all, bound);
        } catch (GeneralSecurityException changed) {
            throw new Damaged();
        }
    }

    @AccessesPartialKey
    private static Aead aead(byte[] key) throws GeneralSecurityException {
        return AesGcmJce.create(
                AesGcmKey.builder()
                        .setParameters(PARAMETERS)
                        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                        .build());
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setIvSizeBytes(NONCE_BYTES)
                    .setTagSizeBytes(TAG_BYTES)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
