package org.linli.grid;

import org.linli.platform.problem.Problem;

/** There is no division with this code. */
public final class NoSuchDivision extends Problem {

    NoSuchDivision(String code) {
        super(Kind.NOT_FOUND, "grid/no-such-division", code);
    }
}
