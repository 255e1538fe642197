package org.linli.intake;

import org.linli.platform.problem.Problem;

/** More operations than are done in one go. */
final class TooManyOperations extends Problem {

    TooManyOperations(int sent, int most) {
        super(Kind.TOO_LARGE, "operation/too-many", sent, most);
    }
}
