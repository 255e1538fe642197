package org.linli.access.factor;

import org.linli.platform.problem.Problem;

/** What somebody brings back from the other system is not its word for them. */
public final class ProviderRefused extends Problem {

    public ProviderRefused() {
        super(Kind.UNKNOWN_CALLER, "access/provider-refused");
    }
}
