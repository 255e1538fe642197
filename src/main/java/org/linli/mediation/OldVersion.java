package org.linli.mediation;

import org.linli.platform.problem.Problem;

/** Somebody took a step since the caller looked. */
final class OldVersion extends Problem {

    OldVersion(int seen, int now) {
        super(Kind.CONFLICT, "mediation/old-version", seen, now);
    }
}
