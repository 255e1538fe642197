package org.linli.people;

import java.util.List;
import org.linli.access.Action;
import org.linli.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UnitController {

    private final Units units;

    UnitController(Units units) {
        this.units = units;
    }

    @GetMapping("/api/v1/units")
    @Permission(Action.PEOPLE_READ)
    List<Unit> units() {
        return units.all();
    }
}
