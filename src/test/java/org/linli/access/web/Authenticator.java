package org.linli.access.web;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser and an authenticator in one, with a single passkey: honest, unless a test has it lie.
 */
final class Authenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_CREDENTIAL = 0x40;

    private final KeyPair keys;
    private final byte[] credentialId;
    private String origin = "http://localhost";
    private String domain = "localhost";
    private int seen = PRESENT | VERIFIED;
    private int count;
    private @Nullable String userHandle;

    Authenticator() {
        credentialId = bytes(UUID.randomUUID().toString());
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From now on its browser shows another page. */
    Authenticator at(String origin) {
        this.origin = origin;
        return this;
    }

    /** From now on it takes the page for another domain's. */
    Authenticator of(String domain) {
        this.domain = domain;
        return this;
    }

    /** From now on it asks for no finger, face or PIN. */
    Authenticator unverified() {
        seen = PRESENT;
        return this;
    }

    /** As a copy of it would count that was made when it had been used so often. */
    Authenticator countedTo(int count) {
        this.count = count;
        return this;
    }

    /** From now on it says that the account is another. */
    Authenticator knowing(@Nullable String userHandle) {
        this.userHandle = userHandle;
        return this;
    }

    /** Makes the passkey, and says so as our pages do. */
    String make(String challenge, String userHandle) {
        this.userHandle = userHandle;
        var attestation =
                new ObjectConverter()
                        .getCborConverter()
                        .writeValueAsBytes(
                                Map.of(
                                        "fmt", "none",
                                        "attStmt", Map.of(),
                                        "authData", data(seen | WITH_CREDENTIAL, credential())));
        return "{'name': '办公电脑', 'clientData': '%s', 'attestation': '%s'}"
                .formatted(text(clientData("webauthn.create", challenge)), text(attestation));
    }

    /** Shows the passkey, and says so as our pages do. */
    String show(String challenge) {
        count++;
        var clientData = clientData("webauthn.get", challenge);
        var data = data(seen, new byte[0]);
        var handle = userHandle == null ? "null" : "'" + userHandle + "'";
        return """
        {'credentialId': '%s', 'clientData': '%s', 'authenticatorData': '%s',
         'signature': '%s', 'userHandle': %s}
        """
                .formatted(
                        text(credentialId),
                        text(clientData),
                        text(data),
                        text(signature(joined(data, sha256(clientData)))),
                        handle);
    }

    private byte[] clientData(String type, String challenge) {
        return bytes(
                """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}\
                """
                        .formatted(type, challenge, origin));
    }

    private byte[] data(int flags, byte[] rest) {
        return ByteBuffer.allocate(37 + rest.length)
                .put(sha256(bytes(domain)))
                .put((byte) flags)
                .putInt(count)
                .put(rest)
                .array();
    }

    private byte[] credential() {
        var key =
                new ObjectConverter()
                        .getCborConverter()
                        .writeValueAsBytes(
                                EC2COSEKey.create(
                                        (ECPublicKey) keys.getPublic(),
                                        COSEAlgorithmIdentifier.ES256));
        return ByteBuffer.allocate(18 + credentialId.length + key.length)
                .put(new byte[16])
                .putShort((short) credentialId.length)
                .put(credentialId)
                .put(key)
                .array();
    }

    private byte[] signature(byte[] signed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
