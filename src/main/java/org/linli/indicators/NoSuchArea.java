package org.linli.indicators;

import org.linli.platform.problem.Problem;

/** There is no such area, or none that the caller may see figures of. */
final class NoSuchArea extends Problem {

    NoSuchArea(String code) {
        super(Kind.NOT_FOUND, "indicator/no-such-area", code);
    }
}
