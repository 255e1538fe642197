package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie by which a browser is known again; it opens nothing. */
final class KnownBrowserCookie {

    private static final String NAME = "linli_known";
    private static final Duration KEPT = Duration.ofDays(180);

    private KnownBrowserCookie() {}

    static @Nullable String in(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? null : cookie.getValue();
    }

    static String keeping(String mark, HttpServletRequest request) {
        return ResponseCookie.from(NAME, mark)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/api/v1/session")
                .maxAge(KEPT)
                .build()
                .toString();
    }
}
