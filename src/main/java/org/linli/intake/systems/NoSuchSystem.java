package org.linli.intake.systems;

import org.linli.platform.problem.Problem;

/** No system that hands over has this code. */
public final class NoSuchSystem extends Problem {

    NoSuchSystem(String code) {
        super(Kind.NOT_FOUND, "systems/no-such-system", code);
    }
}
