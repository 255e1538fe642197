package org.linli.premises;

import org.linli.platform.problem.Problem;

/** Somebody has taken a step since the caller looked. */
final class OldVersion extends Problem {

    OldVersion(int seen, int now) {
        super(Kind.CONFLICT, "premises/old-version", seen, now);
    }
}
