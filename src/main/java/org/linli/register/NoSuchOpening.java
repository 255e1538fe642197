package org.linli.register;

import org.linli.platform.problem.Problem;

/** There is no such opening of the caller's, or its time is over. */
final class NoSuchOpening extends Problem {

    NoSuchOpening() {
        super(Kind.NOT_FOUND, "register/no-such-opening");
    }
}
