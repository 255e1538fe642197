package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.SessionCookie;
import org.springframework.web.cors.CorsUtils;

/**
 * Lets only our own pages write in a browser's name. A write with a cookie must carry {@code
 * X-Linli: 1}, which no other site can send without asking first, and we never say yes; and where
 * the browser says which page it comes from, that page must be ours.
 */
final class SameOrigin {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private SameOrigin() {}

    static boolean isRead(HttpServletRequest request) {
        return READS.contains(request.getMethod());
    }

    /** Another site asks whether its pages may write here. They may not. */
    static void refusePreflight(HttpServletRequest request) {
        if (CorsUtils.isPreFlightRequest(request)) {
            throw new OtherOrigin("access/other-origin");
        }
    }

    static void require(HttpServletRequest request) {
        if (isRead(request)) {
            return;
        }
        if (comesFromElsewhere(request)) {
            throw new OtherOrigin("access/other-origin");
        }
        if (SessionCookie.in(request).isPresent() && !"1".equals(request.getHeader("X-Linli"))) {
            throw new OtherOrigin("access/header-missing");
        }
    }

    private static boolean comesFromElsewhere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeader("Origin");
        return origin != null && !isHost(origin, request.getHeader("Host"));
    }

    private static boolean isHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getAuthority() instanceof String authority
                    && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
