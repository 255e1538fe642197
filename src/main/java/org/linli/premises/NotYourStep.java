package org.linli.premises;

import org.linli.platform.problem.Problem;
import org.linli.platform.words.Message;

/** The step is for somebody else to take. */
final class NotYourStep extends Problem {

    NotYourStep(String step) {
        super(
                Kind.CONFLICT,
                "premises/not-your-step",
                Message.of("premises/step-%s".formatted(step)));
    }
}
