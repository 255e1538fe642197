package org.linli.access;

import org.linli.platform.problem.Problem;

/** The other system knows the caller; nobody here has said who they are. */
public final class NotLinked extends Problem {

    NotLinked(String subject) {
        super(Kind.FORBIDDEN, "access/provider-not-linked", subject);
    }
}
