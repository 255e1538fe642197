package org.linli.indicators;

import org.linli.platform.problem.Problem;

/** Somebody wants to answer what they objected themselves. */
final class OwnObjection extends Problem {

    OwnObjection() {
        super(Kind.CONFLICT, "indicator/own-objection");
    }
}
