package org.linli.access;

import org.linli.platform.problem.Problem;

/** This installation is connected to no other system that people could sign in with. */
public final class NoProvider extends Problem {

    NoProvider() {
        super(Kind.NOT_FOUND, "access/no-provider");
    }
}
