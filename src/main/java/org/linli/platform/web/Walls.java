package org.linli.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers in every answer what its page may not do. The headers are there before anybody
 * answers: answers without a body are sent before a filter could add them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Walls extends OncePerRequestFilter {

    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; "
                            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
                            + "worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
                            + "form-action 'self'; frame-ancestors 'none'; "
                            + "require-trusted-types-for 'script'; trusted-types default vue",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "X-XSS-Protection",
                    "0",
                    "Referrer-Policy",
                    "no-referrer",
                    "Permissions-Policy",
                    "geolocation=(self), camera=(self), microphone=()",
                    "Cache-Control",
                    "no-store");

    /** Puts up the walls around an answer; whoever answers may set another of its headers. */
    static void around(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }

    /** Of what Tomcat refuses on its way here, only the answer passes. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        around(response);
        chain.doFilter(request, response);
    }
}
