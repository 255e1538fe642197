package org.linli.cases;

import org.linli.platform.problem.Problem;

/** A case is shown no card twice, and none less grave than it was shown. */
public final class CardShown extends Problem {

    CardShown() {
        super(Kind.CONFLICT, "case/card-shown");
    }
}
