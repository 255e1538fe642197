package org.linli.mediation;

import org.linli.platform.problem.Problem;
import org.linli.platform.words.Message;

/** The step cannot be taken from where the mediation stands. */
final class StepNotAllowed extends Problem {

    StepNotAllowed(String step, MediationState state) {
        super(
                Kind.CONFLICT,
                "mediation/step-not-allowed",
                Message.of("mediation/state-%s".formatted(state)),
                Message.of("mediation/step-%s".formatted(step)));
    }
}
