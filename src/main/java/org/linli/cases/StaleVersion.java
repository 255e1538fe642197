package org.linli.cases;

import org.linli.platform.problem.Problem;

/** Somebody else moved the case since its caller last saw it. */
public final class StaleVersion extends Problem {

    StaleVersion(String caseNo, int seen, int now) {
        super(Kind.CONFLICT, "case/stale-version", caseNo, seen, now);
    }
}
