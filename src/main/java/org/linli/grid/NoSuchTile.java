package org.linli.grid;

import org.linli.platform.problem.Problem;

/** No square of the map has this address. */
public final class NoSuchTile extends Problem {

    NoSuchTile() {
        super(Kind.NOT_FOUND, "grid/no-such-tile");
    }
}
