package org.linli.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.access.Callers;
import org.linli.access.NotSignedIn;
import org.linli.access.SessionCookie;
import org.linli.audit.Acting;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: by bearer token, else by session cookie, else nobody. A bad token is
 * refused; a session that has ended makes its caller a stranger.
 */
class CallerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final Refusals refusals;

    CallerFilter(Callers callers, Refusals refusals) {
        this.callers = callers;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (refusals.guard(request, response, () -> identify(request).noteIn(request))) {
            inTheirName(request, response, chain);
        }
    }

    private static void inTheirName(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = Caller.of(request).actor();
        try {
            AccessContext.of(actor)
                    .call(() ->
                            Acting.as(
                                    actor.id(),
                                    () -> {
                                        chain.doFilter(request, response);
                                        return true;
                                    }));
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Caller identify(HttpServletRequest request) {
        SameOrigin.refusePreflight(request);
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return new Caller(ofToken(header), false);
        }
        SameOrigin.require(request);
        return SessionCookie.in(request)
                .map(secret ->
                        callers.ofSession(secret)
                                .map(actor -> new Caller(actor, false))
                                .orElseGet(() -> new Caller(Actor.ANONYMOUS, true)))
                .orElse(Caller.NOBODY);
    }

    private Actor ofToken(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw NotSignedIn.badToken();
        }
        return callers.ofToken(header.substring(BEARER.length()).strip())
                .orElseThrow(NotSignedIn::badToken);
    }
}
