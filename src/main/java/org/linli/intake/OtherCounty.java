package org.linli.intake;

import org.linli.platform.problem.Problem;

/** The place lies in a county that the caller has no post in. */
final class OtherCounty extends Problem {

    OtherCounty() {
        super(Kind.FORBIDDEN, "report/other-county");
    }
}
