package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.access.NotSignedIn;
import org.linli.access.Session;
import org.linli.platform.problem.Problem;

/**
 * Who sent a request, as its filter found out.
 *
 * @param session null for those without one
 * @param fault why the session it carries makes nobody of its sender: a colleague who does not know
 *     yet that they are signed out is no resident; null for all others
 */
record Caller(Actor actor, @Nullable Session session, @Nullable Problem fault) {

    private static final String ATTRIBUTE = Caller.class.getName();

    static final Caller NOBODY = new Caller(Actor.ANONYMOUS, null, null);

    static Caller withToken(Actor actor) {
        return new Caller(actor, null, null);
    }

    /** Half a session makes nobody of its person. */
    static Caller in(Session session) {
        return session.half()
                ? new Caller(Actor.ANONYMOUS, session, NotSignedIn.half())
                : new Caller(session.actor(), session, null);
    }

    static Caller refused(Problem fault) {
        return new Caller(Actor.ANONYMOUS, null, fault);
    }

    /** Why somebody who is nobody may not go on. */
    Problem refusal() {
        return fault == null ? NotSignedIn.anonymous() : fault;
    }

    void noteIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        if (session != null && !session.half()) {
            request.setAttribute(Session.attribute(), session);
        }
    }

    static Caller of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : NOBODY;
    }
}
