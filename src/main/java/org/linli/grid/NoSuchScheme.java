package org.linli.grid;

import org.linli.platform.problem.Problem;

/** There is no grid scheme of this name. */
public final class NoSuchScheme extends Problem {

    NoSuchScheme(String name) {
        super(Kind.NOT_FOUND, "grid/no-such-scheme", name);
    }
}
