package org.linli.access;

import org.linli.platform.problem.Problem;

/** Without it, a password would be enough, or nothing would do. */
public final class LastFactor extends Problem {

    LastFactor() {
        super(Kind.CONFLICT, "access/last-factor");
    }
}
