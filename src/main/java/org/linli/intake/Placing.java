package org.linli.intake;

import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.cases.Place;
import org.linli.cases.Placement;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Located;
import org.linli.platform.geo.Position;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;

/** Puts a concern into the cell it lies in; one that lies in none is kept as well. */
@Component
class Placing {

    private final Grid grid;

    Placing(Grid grid) {
        this.grid = grid;
    }

    /**
     * @param longitude null where nobody knows
     * @param latitude null where nobody knows
     * @throws InvalidValue if only one of them is given, or one is out of range
     * @throws OtherCounty if the actor has posts, but none that reaches into that county
     */
    Place at(Actor actor, @Nullable Double longitude, @Nullable Double latitude, String address) {
        var position = position(longitude, latitude);
        var cell = position == null ? null : grid.cellAt(position).orElse(null);
        var place = cell == null ? withoutCell(position, address) : inCell(cell, position, address);
        if (!actor.posts().isEmpty() && !reaches(actor, place.countyCode())) {
            throw new OtherCounty();
        }
        return place;
    }

    static @Nullable Position position(@Nullable Double longitude, @Nullable Double latitude) {
        if (longitude == null && latitude == null) {
            return null;
        }
        if (longitude == null || latitude == null) {
            throw InvalidValue.missing(longitude == null ? "lon" : "lat");
        }
        return new Position(longitude, latitude);
    }

    private static Place inCell(Located cell, @Nullable Position position, String address) {
        return new Place(
                Placement.PLACED, position, cell.countyCode(), cell.code(), cell.path(), address);
    }

    private Place withoutCell(@Nullable Position position, String address) {
        var home = grid.installation();
        return new Place(
                position == null ? Placement.UNPLACED : Placement.OUTSIDE,
                position,
                home.countyCode(),
                null,
                home.path(),
                address);
    }

    /** Whether a post lies in the county, or over it. */
    private boolean reaches(Actor actor, String countyCode) {
        var path = grid.division(countyCode).map(Division::path).orElse("/");
        return actor.posts().stream()
                .anyMatch(post -> post.areaPath().startsWith(path) || post.covers(path));
    }
}
