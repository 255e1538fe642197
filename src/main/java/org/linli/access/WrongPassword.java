package org.linli.access;

import org.linli.platform.problem.Problem;

/** No account with this name and this password: which of the two is wrong is not said. */
public final class WrongPassword extends Problem {

    WrongPassword() {
        super(Kind.UNKNOWN_CALLER, "access/wrong-password");
    }
}
