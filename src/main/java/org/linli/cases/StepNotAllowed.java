package org.linli.cases;

import org.linli.platform.problem.Problem;
import org.linli.platform.words.Message;

/** A case cannot take this step from where it stands. */
public final class StepNotAllowed extends Problem {

    StepNotAllowed(CaseState state, CaseStep.Kind step) {
        super(
                Kind.CONFLICT,
                "case/step-not-allowed",
                Message.of("case/state-%s".formatted(named(state))),
                step.named());
    }

    /** As people say it: what waits for something else than its course is called by that. */
    private static String named(CaseState state) {
        return switch (state) {
            case CaseState.Held _ -> "HELD";
            case CaseState.Contested _ -> "RULING";
            default -> state.code();
        };
    }
}
