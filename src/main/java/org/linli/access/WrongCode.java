package org.linli.access;

import org.linli.platform.problem.Problem;

/** The code is not the one asked for, or has been used. */
public final class WrongCode extends Problem {

    WrongCode() {
        super(Kind.INVALID, "access/wrong-code");
    }
}
