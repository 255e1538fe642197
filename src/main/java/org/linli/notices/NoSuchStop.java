package org.linli.notices;

import org.linli.platform.problem.Problem;

/** Nobody was sent this link. */
public final class NoSuchStop extends Problem {

    NoSuchStop() {
        super(Kind.NOT_FOUND, "notices/no-such-stop");
    }
}
