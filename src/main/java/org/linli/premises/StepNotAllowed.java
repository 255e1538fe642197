package org.linli.premises;

import org.linli.platform.problem.Problem;
import org.linli.platform.words.Message;

/** The step cannot be taken from where the check stands. */
final class StepNotAllowed extends Problem {

    StepNotAllowed(String step, InspectionState state) {
        super(
                Kind.CONFLICT,
                "premises/step-not-allowed",
                Message.of("premises/state-%s".formatted(state)),
                Message.of("premises/step-%s".formatted(step)));
    }
}
