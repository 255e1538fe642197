package org.linli.intake.systems;

import org.linli.platform.problem.Problem;

/** Nothing of this name waits in quarantine, or nothing that the caller may see. */
final class NothingWaits extends Problem {

    NothingWaits() {
        super(Kind.NOT_FOUND, "systems/nothing-waits");
    }
}
