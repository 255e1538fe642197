package org.linli.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.linli.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * What a stop link says: for whom it stops, and a mark that nobody can make who was not sent one.
 * It is made of the recipient and a key beside the data, so that none need be kept.
 */
@Component
class Stops {

    private static final String FIELD = "notice.stop";
    private static final char BETWEEN = '.';

    private final Vault vault;

    Stops(Vault vault) {
        this.vault = vault;
    }

    String token(String recipient) {
        return encoded(recipient.getBytes(StandardCharsets.UTF_8))
                + BETWEEN
                + encoded(vault.index(FIELD, recipient));
    }

    /**
     * For whom a link stops.
     *
     * @throws NoSuchStop if it is none of ours
     */
    String recipient(String token) {
        var at = token.indexOf(BETWEEN);
        if (at < 0) {
            throw new NoSuchStop();
        }
        try {
            var recipient = new String(decoded(token.substring(0, at)), StandardCharsets.UTF_8);
            var mark = decoded(token.substring(at + 1));
            if (!MessageDigest.isEqual(mark, vault.index(FIELD, recipient))) {
                throw new NoSuchStop();
            }
            return recipient;
        } catch (IllegalArgumentException garbled) {
            throw new NoSuchStop();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
