package org.linli.access;

import org.linli.platform.problem.Problem;

/** Browsers make and show no passkeys at the address by which the caller came. */
public final class PasskeyElsewhere extends Problem {

    PasskeyElsewhere() {
        super(Kind.INVALID, "access/passkey-elsewhere");
    }
}
