package org.linli.register;

import org.linli.platform.problem.Problem;

/** Somebody has dealt with it before. */
final class SettledBefore extends Problem {

    SettledBefore() {
        super(Kind.CONFLICT, "register/settled-before");
    }
}
