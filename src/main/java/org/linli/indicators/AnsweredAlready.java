package org.linli.indicators;

import org.linli.platform.problem.Problem;

/** Somebody has answered the objection. */
final class AnsweredAlready extends Problem {

    AnsweredAlready() {
        super(Kind.CONFLICT, "indicator/answered-already");
    }
}
