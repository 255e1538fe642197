package org.linli.access.web;

import org.linli.platform.problem.Problem;

/** The address is written in a way that could mean two things. */
final class AddressRefused extends Problem {

    AddressRefused() {
        super(Kind.MALFORMED, "request/address-refused");
    }
}
