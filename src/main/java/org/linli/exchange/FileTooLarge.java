package org.linli.exchange;

import org.linli.platform.problem.Problem;

/** A file is longer than is taken in at once. */
final class FileTooLarge extends Problem {

    FileTooLarge(long bytes) {
        super(Kind.TOO_LARGE, "exchange/file-too-large", bytes >> 20);
    }
}
