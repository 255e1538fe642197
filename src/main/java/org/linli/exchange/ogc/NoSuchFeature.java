package org.linli.exchange.ogc;

import org.linli.platform.problem.Problem;

/** There is no such collection, or no such feature in it that anybody may know of. */
final class NoSuchFeature extends Problem {

    NoSuchFeature(String id) {
        super(Kind.NOT_FOUND, "ogc/no-such-feature", id);
    }
}
