package org.linli.indicators;

import java.util.UUID;
import org.linli.platform.problem.Problem;

/** There is no such objection, or none that the caller may see. */
final class NoSuchObjection extends Problem {

    NoSuchObjection(UUID id) {
        super(Kind.NOT_FOUND, "indicator/no-such-objection", id.toString());
    }
}
