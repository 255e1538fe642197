package org.linli.access.web;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.factor.PasskeyCheck;
import org.linli.access.factor.PasskeyRefused;

/**
 * What the browser says of a passkey that was shown, in base64url.
 *
 * @param userHandle null where the authenticator does not say
 */
record PasskeyBody(
        String credentialId,
        String clientData,
        String authenticatorData,
        String signature,
        @Nullable String userHandle) {

    PasskeyCheck.Showing read() {
        return new PasskeyCheck.Showing(
                bytes(credentialId),
                bytes(clientData),
                bytes(authenticatorData),
                bytes(signature),
                userHandle == null ? null : bytes(userHandle));
    }

    static byte[] bytes(String base64url) {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException notBase64) {
            throw PasskeyRefused.untrue();
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static List<String> texts(List<byte[]> all) {
        return all.stream().map(PasskeyBody::text).toList();
    }
}
