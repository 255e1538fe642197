package org.linli.access;

import org.linli.platform.problem.Problem;

/** The caller has no session with this id. */
public final class NoSuchSession extends Problem {

    NoSuchSession(long id) {
        super(Kind.NOT_FOUND, "access/no-such-session", id);
    }
}
