package org.linli.cases;

import org.linli.platform.problem.Problem;

/** A case cannot take this step from where it stands. */
public final class StepNotAllowed extends Problem {

    StepNotAllowed(CaseState state, CaseStep.Kind step) {
        super(Kind.CONFLICT, "case/step-not-allowed", state.code(), step.code());
    }
}
