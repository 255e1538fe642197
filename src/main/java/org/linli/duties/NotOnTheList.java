package org.linli.duties;

import org.linli.platform.problem.Problem;

/** What is asked of the grids is on no entry of the unit's. */
public final class NotOnTheList extends Problem {

    NotOnTheList() {
        super(Kind.CONFLICT, "duties/no-entry");
    }
}
