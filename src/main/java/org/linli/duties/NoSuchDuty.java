package org.linli.duties;

import org.linli.platform.problem.Problem;

/** There is no such entry, or none for this caller to decide. */
public final class NoSuchDuty extends Problem {

    NoSuchDuty() {
        super(Kind.NOT_FOUND, "duties/no-such-entry");
    }
}
