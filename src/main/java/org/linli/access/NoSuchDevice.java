package org.linli.access;

import org.linli.platform.problem.Problem;

/** There is no such phone, or none that the caller may see. */
public final class NoSuchDevice extends Problem {

    NoSuchDevice(long id) {
        super(Kind.NOT_FOUND, "access/no-such-device", id);
    }
}
