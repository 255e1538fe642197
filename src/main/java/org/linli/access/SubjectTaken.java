package org.linli.access;

import org.linli.platform.problem.Problem;

/** One account at the other system is one person's here. */
public final class SubjectTaken extends Problem {

    SubjectTaken() {
        super(Kind.CONFLICT, "access/provider-subject-taken");
    }
}
