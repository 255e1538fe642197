package org.linli.rules;

import org.linli.platform.problem.Problem;

/** There is no such district, version or draft, or none that the caller may see. */
public final class NoSuchRules extends Problem {

    NoSuchRules(Object what) {
        super(Kind.NOT_FOUND, "rules/not-found", what);
    }
}
