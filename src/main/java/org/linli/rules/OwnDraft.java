package org.linli.rules;

import org.linli.platform.problem.Problem;

/** Rules are drafted by one person and put in force by another. */
public final class OwnDraft extends Problem {

    OwnDraft() {
        super(Kind.CONFLICT, "rules/own-draft");
    }
}
