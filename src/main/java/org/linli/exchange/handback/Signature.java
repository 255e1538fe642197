package org.linli.exchange.handback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.linli.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Signs messages as Standard Webhooks has it: HMAC-SHA-256 over id, time and body. The secret of a
 * system is computed with a key that is not in the database, from the system's code and a version.
 */
@Component
class Signature {

    private static final String PREFIX = "whsec_";

    private final Vault vault;

    Signature(Vault vault) {
        this.vault = vault;
    }

    /** What the receiver checks signatures with. */
    String secret(String system, int version) {
        return PREFIX + Base64.getEncoder().encodeToString(key(system, version));
    }

    /** The headers of a message that is sent now. */
    Map<String, String> headers(Outgoing one, Instant now) {
        var seconds = Long.toString(now.getEpochSecond());
        var signed = one.id() + "." + seconds + "." + one.body();
        var signature = hmac(key(one.system(), one.secretVersion()), signed);
        return Map.of(
                "webhook-id",
                one.id().toString(),
                "webhook-timestamp",
                seconds,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(signature));
    }

    /** Two indexes of 16 bytes: the standard asks for 24 to 64. */
    private byte[] key(String system, int version) {
        var name = system + "/" + version;
        var first = vault.index("webhook.secret.1", name);
        var second = vault.index("webhook.secret.2", name);
        var key = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, key, first.length, second.length);
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
