package org.linli.access.factor;

import org.linli.platform.problem.Problem;

/** The request does not show that it comes from the phone that its session belongs to. */
public final class ProofRefused extends Problem {

    public ProofRefused() {
        super(Kind.UNKNOWN_CALLER, "access/proof-refused");
    }
}
