package org.linli.access;

import org.linli.platform.problem.Problem;

/** There is no such account, or none within the caller's area. */
public final class NoSuchAccount extends Problem {

    NoSuchAccount(String id) {
        super(Kind.NOT_FOUND, "access/no-such-account", id);
    }
}
