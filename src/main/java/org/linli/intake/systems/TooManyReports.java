package org.linli.intake.systems;

import org.linli.platform.problem.Problem;

/** More is handed over than is taken in one go. */
final class TooManyReports extends Problem {

    TooManyReports(int sent, int most) {
        super(Kind.TOO_LARGE, "systems/too-many", sent, most);
    }
}
