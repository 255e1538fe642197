package org.linli.people;

import org.linli.platform.problem.Problem;

/** There is no such unit or street, or none whose roster the caller may see. */
final class NoSuchRoster extends Problem {

    NoSuchRoster(String holder) {
        super(Kind.NOT_FOUND, "people/no-such-roster", holder);
    }
}
