package org.linli.access;

import org.linli.platform.problem.Problem;

/** There is no such token, or none within the caller's area. */
public final class NoSuchToken extends Problem {

    NoSuchToken(long id) {
        super(Kind.NOT_FOUND, "access/no-such-token", id);
    }
}
