package org.linli.register;

import org.linli.platform.problem.Problem;

/** There is no such thing, or none that the caller may see. */
final class NoSuchRecord extends Problem {

    NoSuchRecord() {
        super(Kind.NOT_FOUND, "register/no-such-record");
    }
}
