package org.linli.intake.open311;

import org.linli.platform.problem.Problem;

/** Nothing of this installation lies in the jurisdiction that a client names. */
final class UnknownJurisdiction extends Problem {

    UnknownJurisdiction(String id) {
        super(Kind.NOT_FOUND, "open311/unknown-jurisdiction", id);
    }
}
