package org.linli.evidence;

import org.linli.platform.problem.Problem;

/** There is no such photo, or none that this caller may see. */
public final class PhotoNotFound extends Problem {

    PhotoNotFound() {
        super(Kind.NOT_FOUND, "photo/not-found");
    }
}
