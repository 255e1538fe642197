package org.linli.register;

import org.linli.platform.problem.Problem;

/** A resident's page is not open, or no longer. */
final class PageClosed extends Problem {

    PageClosed() {
        super(Kind.UNKNOWN_CALLER, "register/page-closed");
    }
}
