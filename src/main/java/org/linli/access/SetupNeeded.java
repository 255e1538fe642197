package org.linli.access;

import org.linli.platform.problem.Problem;

/** Nobody has an account yet. */
public final class SetupNeeded extends Problem {

    public SetupNeeded() {
        super(Kind.UNAVAILABLE, "setup/needed");
    }
}
