package org.linli.register;

import org.linli.platform.problem.Problem;

/** Whoever looks has looked at far more people today than any day's work asks for. */
final class LookUpsStopped extends Problem {

    LookUpsStopped() {
        super(Kind.TOO_MANY, "register/look-ups-stopped");
    }
}
