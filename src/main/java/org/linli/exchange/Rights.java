package org.linli.exchange;

import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.NotPermitted;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.grid.Grid;
import org.springframework.stereotype.Component;

/** A file reaches into every part of an installation, so its sender must be in charge of all. */
@Component
class Rights {

    private final Grid grid;

    Rights(Grid grid) {
        this.grid = grid;
    }

    /**
     * @throws NotPermitted unless the actor may do this everywhere
     */
    void require(Actor actor, Action action) {
        if (Policy.decide(actor, action, Resource.at(grid.everything())) != Decision.ALLOWED) {
            throw new NotPermitted();
        }
    }
}
