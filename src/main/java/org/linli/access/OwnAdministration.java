package org.linli.access;

import org.linli.platform.problem.Problem;

/** Administrators do not end their own administration: nobody might be left to give it back. */
public final class OwnAdministration extends Problem {

    OwnAdministration() {
        super(Kind.CONFLICT, "access/own-administration");
    }
}
