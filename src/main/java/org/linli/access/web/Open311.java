package org.linli.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one door that pages of other sites may use: its clients are such pages, and what it tells is
 * public. Whoever comes by it is nobody, or has a key of their own; what a browser keeps of us
 * counts for nothing there (see docs/decisions/0272).
 */
class Open311 extends OncePerRequestFilter {

    private static final String ADDRESS = "/open311/";

    static boolean isAskedFor(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ADDRESS);
    }

    /**
     * Its clients send their token as a field of a form, and know no other way. It counts here
     * alone: elsewhere a token never stands in an address.
     */
    static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("api_key"))
                .map(String::strip)
                .filter(key -> !key.isEmpty());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isAskedFor(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        if (CorsUtils.isPreFlightRequest(request)) {
            allow(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Any header but {@code Authorization}, which a star does not stand for. */
    private static void allow(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*");
        response.setHeader(
                HttpHeaders.ACCESS_CONTROL_MAX_AGE, Long.toString(Duration.ofDays(1).toSeconds()));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
