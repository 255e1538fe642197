package org.linli.mediation;

import org.linli.platform.problem.Problem;

/** What somebody would sign is not the text that is offered now. */
final class OtherText extends Problem {

    OtherText() {
        super(Kind.CONFLICT, "mediation/other-text");
    }
}
