package org.linli.access.factor;

import org.linli.platform.problem.Problem;

/** The other system does not answer, or not in a way that could be understood. */
public final class ProviderUnreachable extends Problem {

    ProviderUnreachable() {
        super(Kind.UNAVAILABLE, "access/provider-unreachable");
    }
}
