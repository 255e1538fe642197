package org.linli.access.factor;

import org.linli.platform.problem.Problem;

/** What a browser says of a passkey does not hold. Which part does not, only the sender knows. */
public final class PasskeyRefused extends Problem {

    private final boolean copied;

    private PasskeyRefused(String code, boolean copied) {
        super(Kind.INVALID, code);
        this.copied = copied;
    }

    /** It is not what was asked for, or not by whom. */
    public static PasskeyRefused untrue() {
        return new PasskeyRefused("access/passkey-refused", false);
    }

    /** Its counter went back: there must be two of it. */
    public static PasskeyRefused copied() {
        return new PasskeyRefused("access/passkey-copied", true);
    }

    /** Whether there must be two of it. */
    public boolean isOfACopy() {
        return copied;
    }
}
