package org.linli.rules;

import org.linli.platform.problem.Problem;

/** The draft is not as the caller saw it last. */
public final class StaleDraft extends Problem {

    StaleDraft() {
        super(Kind.CONFLICT, "rules/stale-draft");
    }
}
