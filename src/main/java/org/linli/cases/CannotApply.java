package org.linli.cases;

import org.linli.platform.problem.Problem;

/** What is asked for or decided is not to be had for this case now, or not by this person. */
public final class CannotApply extends Problem {

    CannotApply(String code) {
        super(Kind.CONFLICT, code);
    }
}
