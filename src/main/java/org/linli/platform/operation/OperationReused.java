package org.linli.platform.operation;

import java.util.UUID;
import org.linli.platform.problem.Problem;

/** The operation id was used before, with another content. */
public final class OperationReused extends Problem {

    OperationReused(UUID opId) {
        super(Kind.CONFLICT, "operation/reused", opId);
    }
}
