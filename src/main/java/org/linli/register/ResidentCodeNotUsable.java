package org.linli.register;

import org.linli.platform.problem.Problem;

/** A resident's code was never issued, was used before or has expired. */
final class ResidentCodeNotUsable extends Problem {

    ResidentCodeNotUsable() {
        super(Kind.UNKNOWN_CALLER, "register/code-not-usable");
    }
}
