package org.linli.checks;

import org.linli.platform.problem.Problem;

/** There is no such case, area or review, or none that this caller may look after. */
final class NoSuchThing extends Problem {

    NoSuchThing(String name) {
        super(Kind.NOT_FOUND, "checks/no-such-thing", name);
    }
}
