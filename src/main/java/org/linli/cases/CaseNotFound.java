package org.linli.cases;

import org.linli.platform.problem.Problem;

/** There is no such case, or none that this caller may see. */
public final class CaseNotFound extends Problem {

    CaseNotFound(String caseNo) {
        super(Kind.NOT_FOUND, "case/not-found", caseNo);
    }
}
