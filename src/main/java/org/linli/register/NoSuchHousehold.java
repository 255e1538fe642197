package org.linli.register;

import org.linli.platform.problem.Problem;

/** There is no such household, or none that the caller may see. */
final class NoSuchHousehold extends Problem {

    NoSuchHousehold() {
        super(Kind.NOT_FOUND, "register/no-such-household");
    }
}
