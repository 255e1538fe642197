package org.linli.access;

import org.linli.platform.problem.Problem;

/** The caller is known, but must show once more, now, that it is they. */
public final class StepUpNeeded extends Problem {

    StepUpNeeded() {
        super(Kind.FORBIDDEN, "access/step-up-needed");
    }
}
