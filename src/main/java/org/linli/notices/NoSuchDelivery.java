package org.linli.notices;

import org.linli.platform.problem.Problem;

/** Nothing of this number was given up. */
public final class NoSuchDelivery extends Problem {

    NoSuchDelivery(long id) {
        super(Kind.NOT_FOUND, "notices/no-such-delivery", id);
    }
}
