package org.linli.cases;

import org.linli.platform.problem.Problem;

/** Somebody else is trying rules at this moment; one trial at a time is enough for a machine. */
public final class TrialRunning extends Problem {

    TrialRunning() {
        super(Kind.TOO_MANY, "rules/trial-running");
    }
}
