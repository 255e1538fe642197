package org.linli.platform.transfer;

import org.linli.platform.problem.Problem;

/** A file that cannot be read as a whole; nothing of it is stored. */
public final class FileRefused extends Problem {

    public FileRefused(String code, Object... arguments) {
        super(Kind.INVALID, code, arguments);
    }
}
