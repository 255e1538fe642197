package org.linli.access;

import org.linli.platform.problem.Problem;

/** The first administrator cannot be made like this. */
public final class SetupRefused extends Problem {

    SetupRefused(String code) {
        super(Kind.FORBIDDEN, code);
    }
}
