package org.linli.access;

import org.linli.platform.problem.Problem;

/** Somebody has this id already. */
public final class AccountExists extends Problem {

    AccountExists(String id) {
        super(Kind.CONFLICT, "access/account-exists", id);
    }
}
