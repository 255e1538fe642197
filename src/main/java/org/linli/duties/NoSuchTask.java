package org.linli.duties;

import org.linli.platform.problem.Problem;

/** There is no such task, or none for this caller. */
public final class NoSuchTask extends Problem {

    NoSuchTask() {
        super(Kind.NOT_FOUND, "duties/no-such-task");
    }
}
