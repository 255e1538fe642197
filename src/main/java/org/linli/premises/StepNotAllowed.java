package org.linli.premises;

import org.linli.platform.problem.Problem;

/** The step cannot be taken from where the check stands. */
final class StepNotAllowed extends Problem {

    StepNotAllowed(String step, InspectionState state) {
        super(Kind.CONFLICT, "premises/step-not-allowed", step, state.name());
    }
}
