package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.access.Actor;

/**
 * Who sent a request, as its filter found out.
 *
 * @param sessionEnded whether it carries a session that no longer stands: a colleague who does not
 *     know yet that they are signed out, not a resident
 */
record Caller(Actor actor, boolean sessionEnded) {

    private static final String ATTRIBUTE = Caller.class.getName();

    static final Caller NOBODY = new Caller(Actor.ANONYMOUS, false);

    void noteIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Caller of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : NOBODY;
    }
}
