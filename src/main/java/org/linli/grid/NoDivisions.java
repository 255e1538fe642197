package org.linli.grid;

import org.linli.platform.problem.Problem;

/** Nothing can be placed before the divisions have been loaded. */
public final class NoDivisions extends Problem {

    NoDivisions() {
        super(Kind.UNAVAILABLE, "grid/no-divisions");
    }
}
