package org.linli.access;

import java.util.Map;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Problem;

/** Somebody has this id already. */
public final class AccountExists extends Problem {

    AccountExists(String id) {
        super(Kind.CONFLICT, "access/account-exists", id);
    }

    @Override
    public Map<String, Object> details() {
        return InvalidValue.inField("id");
    }
}
