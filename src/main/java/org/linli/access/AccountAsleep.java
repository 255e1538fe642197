package org.linli.access;

import org.linli.platform.problem.Problem;

/** Nobody used this account for so long that a link or an invitation has to open it again. */
public final class AccountAsleep extends Problem {

    AccountAsleep() {
        super(Kind.FORBIDDEN, "access/account-asleep", SignIn.ASLEEP_AFTER.toDays());
    }
}
