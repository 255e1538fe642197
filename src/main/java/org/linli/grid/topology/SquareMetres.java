package org.linli.grid.topology;

import static java.lang.Math.cos;
import static java.lang.Math.log;
import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Areas and lengths on the WGS 84 ellipsoid of shapes given in degrees. */
public final class SquareMetres {

    private static final double AXIS = 6378137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING);
    private static final double ECCENTRICITY = Math.sqrt(ECCENTRICITY_2);
    private static final double METRES_PER_DEGREE = AXIS * Math.PI / 180;

    private SquareMetres() {}

    /** The ground that polygons cover: true to better than a thousandth. */
    public static double of(Geometry shape) {
        var sum = 0.0;
        for (var part = 0; part < shape.getNumGeometries(); part++) {
            if (shape.getGeometryN(part) instanceof Polygon polygon) {
                sum += ring(polygon.getExteriorRing());
                for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    sum -= ring(polygon.getInteriorRingN(hole));
                }
            }
        }
        return sum;
    }

    /** How wide a long thin shape is, in metres; for others a fraction of their width. */
    public static double width(Geometry shape) {
        var halfWay = outline(shape) / 2;
        return halfWay == 0 ? 0 : of(shape) / halfWay;
    }

    private static double outline(Geometry shape) {
        var middle = shape.getEnvelopeInternal().centre();
        var narrowing = middle == null ? 1 : cos(toRadians(middle.y));
        var sum = 0.0;
        var border = shape.getBoundary();
        for (var part = 0; part < border.getNumGeometries(); part++) {
            var points = border.getGeometryN(part).getCoordinates();
            for (var i = 1; i < points.length; i++) {
                sum += metres(points[i - 1], points[i], narrowing);
            }
        }
        return sum;
    }

    private static double metres(Coordinate a, Coordinate b, double narrowing) {
        return Math.hypot((a.x - b.x) * narrowing, a.y - b.y) * METRES_PER_DEGREE;
    }

    /** By Gauss's formula in the cylindrical projection, which keeps areas as they are. */
    private static double ring(LinearRing ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        if (points.size() == 0) {
            return 0;
        }
        var x0 = points.getX(0);
        var y0 = north(points.getY(0));
        var twice = 0.0;
        var x = 0.0;
        var y = 0.0;
        for (var i = 1; i < points.size(); i++) {
            var nextX = toRadians(points.getX(i) - x0) * AXIS;
            var nextY = north(points.getY(i)) - y0;
            twice += x * nextY - nextX * y;
            x = nextX;
            y = nextY;
        }
        return Math.abs(twice) / 2;
    }

    /** How far north a latitude lies in the Lambert cylindrical equal-area projection. */
    private static double north(double latitude) {
        var sine = sin(toRadians(latitude));
        var part = ECCENTRICITY * sine;
        var q =
                (1 - ECCENTRICITY_2)
                        * (sine / (1 - part * part)
                                - log((1 - part) / (1 + part)) / (2 * ECCENTRICITY));
        return AXIS * q / 2;
    }
}
