package org.linli.intake.open311;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.springframework.stereotype.Component;

/** The districts that an installation serves: their codes are the ids of jurisdictions. */
@Component
class Jurisdictions {

    private final Grid grid;

    Jurisdictions(Grid grid) {
        this.grid = grid;
    }

    /**
     * The path of a jurisdiction; empty where none is named, which means all of them.
     *
     * @throws UnknownJurisdiction if there is none with this id
     */
    Optional<String> path(@Nullable String id) {
        return id == null || id.isBlank() ? Optional.empty() : Optional.of(known(id.strip()));
    }

    private String known(String id) {
        return grid.division(id)
                .filter(division -> division.level() == Level.DISTRICT)
                .map(Division::path)
                .or(() ->
                        Optional.of(grid.installation())
                                .filter(home -> home.countyCode().equals(id))
                                .map(home -> home.path()))
                .orElseThrow(() -> new UnknownJurisdiction(id));
    }
}
