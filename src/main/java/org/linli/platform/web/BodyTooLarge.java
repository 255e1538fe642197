package org.linli.platform.web;

import org.linli.platform.problem.Problem;

/** The body is larger than its handler reads. */
public final class BodyTooLarge extends Problem {

    BodyTooLarge(long limit) {
        super(Kind.TOO_LARGE, "request/body-too-large", limit >> 10);
    }
}
