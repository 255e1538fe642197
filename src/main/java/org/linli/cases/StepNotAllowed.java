package org.linli.cases;

import org.linli.catalogue.Flow;
import org.linli.platform.problem.Problem;

/** A case cannot take this step from where it stands. */
public final class StepNotAllowed extends Problem {

    StepNotAllowed(CaseState state, CaseStep.Kind step) {
        this(state, step, Flow.CASE);
    }

    StepNotAllowed(CaseFile file, CaseStep.Kind step) {
        this(file.state(), step, file.flow());
    }

    StepNotAllowed(CaseState state, CaseStep.Kind step, Flow flow) {
        super(
                Kind.CONFLICT,
                "case/step-not-allowed",
                Spoken.state(state, flow),
                Spoken.step(step, flow));
    }
}
