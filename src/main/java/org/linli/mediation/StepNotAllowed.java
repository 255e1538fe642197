package org.linli.mediation;

import org.linli.platform.problem.Problem;

/** The step cannot be taken from where the mediation stands. */
final class StepNotAllowed extends Problem {

    StepNotAllowed(String step, MediationState state) {
        super(Kind.CONFLICT, "mediation/step-not-allowed", step, state.name());
    }
}
