package org.linli.intake.systems;

import org.linli.platform.problem.Problem;

/** Only its own token speaks for a system. */
final class NotYourSystem extends Problem {

    NotYourSystem(String code) {
        super(Kind.FORBIDDEN, "systems/not-yours", code);
    }
}
