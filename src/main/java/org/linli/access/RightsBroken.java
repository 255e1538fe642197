package org.linli.access;

import org.linli.platform.problem.Problem;

/** The caller's rights were changed past Linli, and so give none. */
public final class RightsBroken extends Problem {

    RightsBroken() {
        super(Kind.FORBIDDEN, "access/rights-broken");
    }
}
