package org.linli.access.factor;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signature over one request by the key of a phone, in the form of DPoP (RFC 9449): who has the
 * session's cookie but not the phone cannot make one.
 *
 * @param key the public key, x and y
 * @param id of this proof, which is taken once
 * @param method of the request it is for
 * @param url of that request, without its query
 * @param at when the phone says it was made
 */
public record DeviceProof(byte[] key, String id, String method, String url, Instant at) {

    private static final int LONGEST = 2_000;
    private static final int COORDINATE = 32;
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Reads a proof and checks its signature.
     *
     * @throws ProofRefused if it is none
     */
    static DeviceProof of(String text) {
        var parts = Arrays.asList(text.split("\\.", -1));
        if (text.length() > LONGEST || parts.size() != 3) {
            throw new ProofRefused();
        }
        try {
            var head = JSON.readTree(decoded(parts.get(0)));
            var body = JSON.readTree(decoded(parts.get(1)));
            var key = key(head);
            verify(key, parts.get(0) + "." + parts.get(1), decoded(parts.get(2)));
            return new DeviceProof(
                    key,
                    text(body, "jti"),
                    text(body, "htm"),
                    text(body, "htu"),
                    Instant.ofEpochSecond(body.path("iat").asLong(0)));
        } catch (IllegalArgumentException
                | JacksonException
                | GeneralSecurityException
                | java.time.DateTimeException unreadable) {
            throw new ProofRefused();
        }
    }

    /** Whether it was made for this request. */
    boolean isFor(String asked, @Nullable String host, String path) {
        try {
            var address = URI.create(url);
            return method.equals(asked)
                    && path.equals(address.getRawPath())
                    && address.getAuthority() instanceof String authority
                    && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static byte[] key(JsonNode head) {
        var jwk = head.path("jwk");
        if (!text(head, "typ").equals("dpop+jwt")
                || !text(head, "alg").equals("ES256")
                || !text(jwk, "kty").equals("EC")
                || !text(jwk, "crv").equals("P-256")) {
            throw new ProofRefused();
        }
        var x = decoded(text(jwk, "x"));
        var y = decoded(text(jwk, "y"));
        if (x.length != COORDINATE || y.length != COORDINATE) {
            throw new ProofRefused();
        }
        var key = Arrays.copyOf(x, 2 * COORDINATE);
        System.arraycopy(y, 0, key, COORDINATE, COORDINATE);
        return key;
    }

    private static void verify(byte[] key, String signed, byte[] signature)
            throws GeneralSecurityException {
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(publicKey(key));
        check.update(signed.getBytes(StandardCharsets.US_ASCII));
        if (!check.verify(signature)) {
            throw new ProofRefused();
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var x = new BigInteger(1, Arrays.copyOf(key, COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(key, COORDINATE, key.length));
        var point = new ECPoint(x, y);
        var parameters = curve.getParameterSpec(ECParameterSpec.class);
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isString()) {
            throw new ProofRefused();
        }
        return value.stringValue();
    }
}
