package org.linli.grid;

import org.linli.platform.problem.Problem;

/** The area holds more divisions than are sent at once. */
public final class TooManyDivisions extends Problem {

    TooManyDivisions(int there, int most) {
        super(Kind.TOO_LARGE, "grid/too-many-divisions", there, most);
    }
}
