package org.linli.catalogue;

import java.util.Optional;
import org.linli.platform.problem.Problem;

/**
 * Whether a matter may be put to the grids (准入). Whoever keeps the duty list answers; the cases ask
 * before they offer a grid member to verify something or to settle it.
 */
public interface GridGate {

    /** Why the grids have nothing to do with a matter; empty where they have. */
    Optional<Problem> closedTo(Matter matter);
}
