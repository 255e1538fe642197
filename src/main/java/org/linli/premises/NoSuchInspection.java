package org.linli.premises;

import java.util.UUID;
import org.linli.platform.problem.Problem;

/** There is no such check of premises, or none that the caller may see. */
final class NoSuchInspection extends Problem {

    NoSuchInspection(UUID id) {
        super(Kind.NOT_FOUND, "premises/not-found", id);
    }
}
