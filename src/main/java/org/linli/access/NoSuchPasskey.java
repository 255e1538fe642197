package org.linli.access;

import org.linli.platform.problem.Problem;

/** The caller has no passkey with this id. */
public final class NoSuchPasskey extends Problem {

    NoSuchPasskey(long id) {
        super(Kind.NOT_FOUND, "access/no-such-passkey", id);
    }
}
