package org.linli.access;

import org.linli.platform.problem.Problem;

/** Nobody has signed in, or what they signed in with no longer stands. */
public final class NotSignedIn extends Problem {

    private NotSignedIn(String code) {
        super(Kind.UNKNOWN_CALLER, code);
    }

    /** The request names nobody. */
    public static NotSignedIn anonymous() {
        return new NotSignedIn("access/not-signed-in");
    }

    /** The request carries a token that is none, has expired or was revoked. */
    public static NotSignedIn badToken() {
        return new NotSignedIn("access/token-not-usable");
    }

    /** The request carries a session that still lacks its second factor. */
    public static NotSignedIn half() {
        return new NotSignedIn("access/second-factor-missing");
    }

    /** The request carries a session that has ended. */
    public static NotSignedIn sessionEnded() {
        return new NotSignedIn("access/session-ended");
    }
}
