package org.linli.intake.open311;

import org.linli.platform.problem.Problem;

/** No case that anybody may know of has this number, and none this tracking code. */
final class UnknownRequest extends Problem {

    UnknownRequest(String id) {
        super(Kind.NOT_FOUND, "open311/unknown-request", id);
    }
}
