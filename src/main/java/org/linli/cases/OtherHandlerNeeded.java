package org.linli.cases;

import org.linli.platform.problem.Problem;

/** The reporter was not content with this unit's work, so that another one is to have the case. */
public final class OtherHandlerNeeded extends Problem {

    OtherHandlerNeeded() {
        super(Kind.CONFLICT, "case/other-handler-needed");
    }
}
