package org.linli.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.access.Callers;
import org.linli.access.NotSignedIn;
import org.linli.access.Session;
import org.linli.access.SessionCookie;
import org.linli.access.factor.ProofOutOfTime;
import org.linli.access.factor.ProofRefused;
import org.linli.audit.Acting;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: by bearer token or the key of Open311, else by session cookie, else nobody.
 * A bad token is refused; a session that has ended makes its caller a stranger.
 */
class CallerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final Proofs proofs;
    private final Refusals refusals;

    CallerFilter(Callers callers, Proofs proofs, Refusals refusals) {
        this.callers = callers;
        this.proofs = proofs;
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
        var ofOpen311 = Open311.isAskedFor(request);
        if (!ofOpen311) {
            SameOrigin.refusePreflight(request);
        }
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return Caller.withToken(ofToken(header));
        }
        return ofOpen311 ? byKey(request) : bySession(request);
    }

    /** Whatever site's page it is that asks: a session counts for nothing here. */
    private Caller byKey(HttpServletRequest request) {
        return Open311.key(request)
                .map(key ->
                        callers.ofToken(key)
                                .map(Caller::withToken)
                                .orElseGet(() -> Caller.refused(NotSignedIn.badToken())))
                .orElse(Caller.NOBODY);
    }

    private Caller bySession(HttpServletRequest request) {
        SameOrigin.require(request);
        return SessionCookie.in(request)
                .map(secret ->
                        callers.ofSession(secret, !isByItself(request))
                                .map(session -> in(session, request))
                                .orElseGet(() -> Caller.refused(NotSignedIn.sessionEnded())))
                .orElse(Caller.NOBODY);
    }

    /** The cookie of a phone's session is of no use to whoever has not got the phone. */
    private Caller in(Session session, HttpServletRequest request) {
        var key = session.deviceKey();
        if (key == null) {
            return Caller.in(session);
        }
        try {
            return Arrays.equals(proofs.keyIn(request), key)
                    ? Caller.in(session)
                    : Caller.refused(new ProofRefused());
        } catch (ProofRefused | ProofOutOfTime refused) {
            return Caller.refused(refused);
        }
    }

    /** A page that asks again by itself, with nobody touching it, does not keep a session alive. */
    private static boolean isByItself(HttpServletRequest request) {
        return "1".equals(request.getHeader("X-Linli-Idle"));
    }

    private Actor ofToken(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw NotSignedIn.badToken();
        }
        return callers.ofToken(header.substring(BEARER.length()).strip())
                .orElseThrow(NotSignedIn::badToken);
    }
}
