package org.linli.mediation;

import org.linli.platform.problem.Problem;

/** There is no such mediation, or none that is the caller's. */
final class NoSuchMediation extends Problem {

    NoSuchMediation() {
        super(Kind.NOT_FOUND, "mediation/not-found");
    }
}
