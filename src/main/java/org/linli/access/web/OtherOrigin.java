package org.linli.access.web;

import org.linli.platform.problem.Problem;

/** The write may come from another site's page. */
final class OtherOrigin extends Problem {

    OtherOrigin(String code) {
        super(Kind.FORBIDDEN, code);
    }
}
