package org.linli.grid.topology;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** Words faults from the ground they are about. */
final class Faults {

    private Faults() {}

    static Fault of(Fault.Kind kind, List<String> codes, String parentCode, List<Polygon> ground) {
        var somewhere = ground.getFirst().getInteriorPoint().getCoordinate();
        return new Fault(
                kind,
                codes,
                parentCode,
                ground.stream().mapToDouble(SquareMetres::of).sum(),
                somewhere.x,
                somewhere.y);
    }
}
