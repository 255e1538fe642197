package org.linli.grid;

import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.platform.geo.Position;
import org.linli.platform.problem.InvalidValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who else has a grid in a place, and where two authorities answer for the same. */
@RestController
@RequestMapping("/api/v1/crossings")
class CrossingController {

    private final Crossings crossings;
    private final Grid grid;

    CrossingController(Crossings crossings, Grid grid) {
        this.crossings = crossings;
        this.grid = grid;
    }

    /** The cell of each scheme that holds a point, and who answers in it. */
    @GetMapping
    @OpenToAll(because = "cells are published, and so is who answers in them")
    Crossings.Place at(@RequestParam double lon, @RequestParam double lat) {
        return crossings.at(new Position(lon, lat));
    }

    /** Cells of two authorities that answer for the same ground and matter, in a street or less. */
    @GetMapping("/conflicts")
    @Permission(Action.INDICATOR_READ)
    Crossings.Conflicts conflicts(Actor actor, @RequestParam String area) {
        var place =
                grid.division(area)
                        .filter(division -> isTheirs(actor, division))
                        .orElseThrow(() -> new InvalidValue("people/no-such-area", "area", area));
        return crossings.in(place);
    }

    private static boolean isTheirs(Actor actor, Division division) {
        var place = Resource.at(division.path());
        return Policy.decide(actor, Action.INDICATOR_READ, place) == Decision.ALLOWED;
    }
}
