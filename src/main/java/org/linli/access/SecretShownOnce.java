package org.linli.access;

import java.util.UUID;
import org.linli.platform.problem.Problem;

/** The operation was done before; the secret it made was shown then, and is kept nowhere. */
public final class SecretShownOnce extends Problem {

    public SecretShownOnce(UUID opId) {
        super(Kind.CONFLICT, "access/secret-shown-once", opId);
    }
}
