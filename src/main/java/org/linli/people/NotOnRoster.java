package org.linli.people;

import org.linli.platform.problem.Problem;

/** Only whoever has a turn in a roster hands over and takes over. */
final class NotOnRoster extends Problem {

    NotOnRoster() {
        super(Kind.FORBIDDEN, "people/not-on-roster");
    }
}
