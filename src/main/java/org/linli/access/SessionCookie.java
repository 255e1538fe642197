package org.linli.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie that a browser keeps its session in, out of reach of any script. */
@Component
public class SessionCookie {

    private static final String NAME = "linli_session";

    /** No other host of the domain and no unencrypted answer can set a cookie of this name. */
    private static final String SECURE_NAME = "__Host-" + NAME;

    private final Clock clock;

    SessionCookie(Clock clock) {
        this.clock = clock;
    }

    /** The session's secret, if the request brings one. */
    public static Optional<String> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
                .map(cookie -> cookie.getValue())
                .filter(secret -> !secret.isEmpty());
    }

    /** Keeps a session for as long as it can last. */
    public ResponseCookie keeping(OpenedSession session, HttpServletRequest request) {
        return cookie(
                session.secret(), Duration.between(clock.instant(), session.expiresAt()), request);
    }

    /** Lets go of whatever session the browser keeps. */
    public static ResponseCookie letGo(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE_NAME : NAME;
    }

    private static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
    }
}
