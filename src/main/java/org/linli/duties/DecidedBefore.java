package org.linli.duties;

import org.linli.platform.problem.Problem;

/** Somebody has decided or answered it already. */
public final class DecidedBefore extends Problem {

    DecidedBefore() {
        super(Kind.CONFLICT, "duties/decided-before");
    }
}
