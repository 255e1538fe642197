package org.linli.register;

import org.linli.platform.problem.Problem;

/** There is no such person, or none that the caller may see. */
final class NoSuchPerson extends Problem {

    NoSuchPerson() {
        super(Kind.NOT_FOUND, "register/no-such-person");
    }
}
