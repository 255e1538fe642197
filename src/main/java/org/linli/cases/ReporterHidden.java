package org.linli.cases;

import org.linli.platform.problem.Problem;

/** Who reported a case is not for this reader to know. */
public final class ReporterHidden extends Problem {

    ReporterHidden() {
        super(Kind.FORBIDDEN, "case/reporter-hidden");
    }
}
