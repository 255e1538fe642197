package org.linli.premises;

import org.linli.platform.problem.Problem;

/** The step is for somebody else to take. */
final class NotYourStep extends Problem {

    NotYourStep(String step) {
        super(Kind.CONFLICT, "premises/not-your-step", step);
    }
}
