package org.linli.cases;

import org.linli.catalogue.Flow;
import org.linli.platform.problem.Problem;

/** The caller sees the case, but this step is for somebody else to take. */
public final class NotYourStep extends Problem {

    NotYourStep(CaseStep.Kind step, Flow flow) {
        super(Kind.CONFLICT, "case/not-your-step", Spoken.step(step, flow));
    }
}
