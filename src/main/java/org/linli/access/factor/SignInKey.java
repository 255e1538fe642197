package org.linli.access.factor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.linli.platform.keys.Keys;
import org.springframework.stereotype.Component;

/**
 * The key that the secrets of authenticator apps follow from. It lies in the key file and not in
 * the database, so that nobody who reads the database, or a copy of it, can sign in.
 */
@Component
public class SignInKey {

    private final Keys keys;

    SignInKey(Keys keys) {
        this.keys = keys;
    }

    /** What follows from the key for this use of it, and for nothing else. */
    public byte[] derive(String use) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.file().signingIn(), "HmacSHA256"));
            return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
