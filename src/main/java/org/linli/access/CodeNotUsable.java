package org.linli.access;

import org.linli.platform.problem.Problem;

/** The code was never issued, has been used, or has expired: which of them is not said. */
public final class CodeNotUsable extends Problem {

    CodeNotUsable() {
        super(Kind.UNKNOWN_CALLER, "access/code-not-usable");
    }
}
