package org.linli.intake.open311;

import org.linli.platform.problem.Problem;

/** No matter has the code that a client names. */
final class UnknownService extends Problem {

    UnknownService(String code) {
        super(Kind.NOT_FOUND, "open311/unknown-service", code);
    }
}
