package org.linli.vault;

import org.linli.platform.problem.Problem;

/**
 * A sealed value does not open: it, or its place, was changed outside Linli, or its key is not
 * there. Nothing of it is shown.
 */
public final class Damaged extends Problem {

    Damaged() {
        super(Kind.UNAVAILABLE, "vault/damaged");
    }
}
