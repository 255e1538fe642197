package org.linli.grid.topology;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells a real overlap or gap from what rounding to a centimetre leaves where one border has a
 * vertex and the other runs straight on.
 */
final class Noise {

    private static final double WIDTH_METRES = 0.01;

    private Noise() {}

    /** The parts of a shape that are wider than a centimetre. */
    static List<Polygon> without(Geometry shape) {
        return IntStream.range(0, shape.getNumGeometries())
                .mapToObj(shape::getGeometryN)
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast)
                .filter(part -> !part.isEmpty() && SquareMetres.width(part) > WIDTH_METRES)
                .toList();
    }
}
