package org.linli.access.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows a browser again that an account has signed in from, by a mark that only we can make. Its
 * wrong tries are counted apart from those of strangers (OWASP calls it a device cookie).
 */
@Component
public class KnownBrowsers {

    private final SignInKey key;

    KnownBrowsers(SignInKey key) {
        this.key = key;
    }

    /** A mark for a browser that this account has just signed in from. */
    public String mark(String account) {
        var digest = key.derive("known browser\n" + account);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Under which name the tries of this browser at this account are counted. */
    public String countedAs(String account, @Nullable String mark) {
        var known =
                mark != null
                        && MessageDigest.isEqual(
                                mark.getBytes(StandardCharsets.UTF_8),
                                mark(account).getBytes(StandardCharsets.UTF_8));
        return (known ? "known " : "stranger ") + account;
    }
}
