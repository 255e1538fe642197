package org.linli.premises;

import org.linli.platform.problem.Problem;

/** Nobody sees whether what they found themselves has been mended. */
final class SecondVisitByAnother extends Problem {

    SecondVisitByAnother() {
        super(Kind.CONFLICT, "premises/second-visit-by-another");
    }
}
