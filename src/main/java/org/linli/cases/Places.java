package org.linli.cases;

import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.geo.Position;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;

/** Where the parts of a concern lie that named several. */
@Component
class Places {

    private final Grid grid;

    Places(Grid grid) {
        this.grid = grid;
    }

    /**
     * At the spot that is named for it, or else where the whole lies.
     *
     * @throws InvalidValue if only one of the degrees is given, or they lie in another county
     */
    Place ofPart(Place whole, StepRequest.PartAsked part) {
        var address = part.address() == null ? whole.address() : part.address().strip();
        var lon = part.lon();
        var lat = part.lat();
        if (lon == null && lat == null) {
            return whole.addressed(address);
        }
        if (lon == null || lat == null) {
            throw InvalidValue.missing(lon == null ? "lon" : "lat");
        }
        return at(new Position(lon, lat), whole.countyCode(), address);
    }

    private Place at(Position position, String county, String address) {
        var cell = grid.cellAt(position).orElse(null);
        if (cell == null) {
            var path = grid.division(county).map(Division::path).orElse("/");
            return new Place(Placement.OUTSIDE, position, county, null, path, address);
        }
        if (!cell.countyCode().equals(county)) {
            throw new InvalidValue("case/part-elsewhere", "parts");
        }
        return new Place(Placement.PLACED, position, county, cell.code(), cell.path(), address);
    }
}
