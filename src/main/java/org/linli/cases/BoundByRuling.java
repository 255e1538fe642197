package org.linli.cases;

import org.linli.platform.problem.Problem;

/** The unit was given the case by a ruling, and cannot send it back. */
public final class BoundByRuling extends Problem {

    BoundByRuling() {
        super(Kind.CONFLICT, "case/bound-by-ruling");
    }
}
