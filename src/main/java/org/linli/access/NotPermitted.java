package org.linli.access;

import org.linli.platform.problem.Problem;

/** None of the caller's posts allows this. */
public final class NotPermitted extends Problem {

    public NotPermitted() {
        super(Kind.FORBIDDEN, "access/not-permitted");
    }
}
