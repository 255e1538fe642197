package org.linli.register;

import org.linli.platform.problem.Problem;

/** Nobody judges their own look-up. */
final class OwnLookUp extends Problem {

    OwnLookUp() {
        super(Kind.FORBIDDEN, "register/own-look-up");
    }
}
