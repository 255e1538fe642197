package org.linli.access.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Signs requests as the field app does, with the key of a phone. */
public final class Phone {

    private final KeyPair keys;

    public Phone() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String proof(String method, String path) {
        return proof(method, "http://localhost" + path, Instant.now(), UUID.randomUUID());
    }

    /** Proves that whoever asks this now has the phone. */
    public String proofOf(String method, String url) {
        return proof(method, url, Instant.now(), UUID.randomUUID());
    }

    String proof(String method, String url, Instant at, UUID id) {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var head =
                """
                {"typ":"dpop+jwt","alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":"%s","y":"%s"}}\
                """
                        .formatted(coordinate(point.getAffineX()), coordinate(point.getAffineY()));
        var body =
                """
                {"jti":"%s","htm":"%s","htu":"%s","iat":%d}\
                """
                        .formatted(id, method, url, at.getEpochSecond());
        var signed = encoded(bytes(head)) + "." + encoded(bytes(body));
        return signed + "." + encoded(signature(signed));
    }

    private byte[] signature(String signed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(bytes(signed));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var padded = new byte[32 + bytes.length];
        System.arraycopy(bytes, 0, padded, 32, bytes.length);
        return encoded(Arrays.copyOfRange(padded, bytes.length, padded.length));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
