package org.linli.exchange.handback;

import org.linli.platform.problem.Problem;

/** No message of this name has been given up, or no address is set for the system. */
final class NoSuchDelivery extends Problem {

    NoSuchDelivery() {
        super(Kind.NOT_FOUND, "hand-back/nothing-there");
    }
}
