package org.linli.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.cases.Place;
import org.linli.cases.Placement;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
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

    /**
     * In a cell, or somewhere in a division, by its code.
     *
     * @throws InvalidValue if there is none
     */
    Place in(String code, String address) {
        var cell = grid.cell(code).orElse(null);
        if (cell != null) {
            return inCell(cell, null, address);
        }
        var division =
                grid.division(code)
                        .orElseThrow(() -> new InvalidValue("systems/not-here", "area", code));
        var county =
                grid.way(code).stream()
                        .filter(above -> above.level() == Level.DISTRICT)
                        .map(Division::code)
                        .findFirst()
                        .orElseGet(() -> grid.installation().countyCode());
        return new Place(Placement.UNPLACED, null, county, null, division.path(), address);
    }

    /** The path a concern lies under, as far as degrees or an area say; empty where they do not. */
    Optional<String> pathOf(
            @Nullable Double longitude, @Nullable Double latitude, @Nullable String area) {
        var position = position(longitude, latitude);
        return Optional.ofNullable(position)
                .flatMap(grid::cellAt)
                .map(Located::path)
                .or(() -> Optional.ofNullable(area).flatMap(grid::division).map(Division::path));
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
