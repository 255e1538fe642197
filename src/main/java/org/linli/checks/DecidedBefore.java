package org.linli.checks;

import org.linli.platform.problem.Problem;

/** Somebody has decided it, or answered it, already. */
final class DecidedBefore extends Problem {

    DecidedBefore() {
        super(Kind.CONFLICT, "checks/decided-before");
    }
}
