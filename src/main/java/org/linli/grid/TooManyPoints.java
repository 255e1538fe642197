package org.linli.grid;

import org.linli.platform.problem.Problem;

/** More points than are located at once. */
public final class TooManyPoints extends Problem {

    TooManyPoints(int most) {
        super(Kind.TOO_LARGE, "grid/too-many-points", most);
    }
}
