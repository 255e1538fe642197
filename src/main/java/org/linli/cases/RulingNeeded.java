package org.linli.cases;

import org.linli.platform.problem.Problem;

/** Units have sent the case back too often: nobody but the shift leader says whose it is now. */
public final class RulingNeeded extends Problem {

    RulingNeeded() {
        super(Kind.CONFLICT, "case/ruling-needed");
    }
}
