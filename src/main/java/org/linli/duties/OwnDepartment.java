package org.linli.duties;

import org.linli.platform.problem.Problem;

/** Whoever works for the department that applied decides nothing about it. */
public final class OwnDepartment extends Problem {

    OwnDepartment() {
        super(Kind.FORBIDDEN, "duties/own-department");
    }
}
