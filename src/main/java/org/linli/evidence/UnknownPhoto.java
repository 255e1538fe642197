package org.linli.evidence;

import java.util.UUID;
import org.linli.platform.problem.Problem;

/** A write names a photo that is not there, or that somebody else sent. */
public final class UnknownPhoto extends Problem {

    UnknownPhoto(UUID id) {
        super(Kind.INVALID, "photo/unknown", id);
    }
}
