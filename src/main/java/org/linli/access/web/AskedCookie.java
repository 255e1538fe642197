package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie by which a browser shows that it is the one that was asked, and now answers. */
final class AskedCookie {

    private static final String NAME = "linli_asked";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private AskedCookie() {}

    static @Nullable String in(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? null : cookie.getValue();
    }

    static String keeping(String secret, HttpServletRequest request) {
        return ResponseCookie.from(NAME, secret)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/api/v1")
                .maxAge(KEPT)
                .build()
                .toString();
    }
}
