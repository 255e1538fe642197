package org.linli.grid.tile;

import static java.lang.Math.PI;
import static java.lang.Math.atan;
import static java.lang.Math.log;
import static java.lang.Math.sinh;
import static java.lang.Math.tan;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * A square of the web map (Web Mercator).
 *
 * @param zoom 0 for the whole world in one square
 * @param column from the 180th meridian eastwards
 * @param row from the north southwards
 */
public record TileAddress(int zoom, int column, int row) {

    /** Steps along a side. */
    static final int EXTENT = 4096;

    /** What is drawn beyond the sides, so that outlines end out of sight. */
    static final int MARGIN = 64;

    private static final GeometryFactory STEPS = new GeometryFactory();
    private static final int DEEPEST = 22;
    private static final double MERCATOR_END = 85.0511287;

    /** Whether there is such a square. */
    public static boolean exists(int zoom, int column, int row) {
        return zoom >= 0
                && zoom <= DEEPEST
                && column >= 0
                && column < 1 << zoom
                && row >= 0
                && row < 1 << zoom;
    }

    /** The degrees that it shows, its margin included. */
    public Envelope bounds() {
        var margin = (double) MARGIN / EXTENT;
        return new Envelope(
                longitude(column - margin),
                longitude(column + 1 + margin),
                latitude(row + 1 + margin),
                latitude(row - margin));
    }

    /** What is drawn, in steps. */
    Geometry frame() {
        var low = -MARGIN;
        var high = EXTENT + MARGIN;
        return STEPS.toGeometry(new Envelope(low, high, low, high));
    }

    /** A shape given in degrees, in steps from the upper left corner. */
    Geometry inSteps(Geometry degrees) {
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(
                    CoordinateSequence points, Geometry parent) {
                var steps = new Coordinate[points.size()];
                for (var i = 0; i < steps.length; i++) {
                    steps[i] = new Coordinate(x(points.getX(i)), y(points.getY(i)));
                }
                return new CoordinateArraySequence(steps);
            }
        }.transform(degrees);
    }

    /** Steps from the left side. */
    double x(double longitude) {
        return ((longitude + 180) / 360 * (1 << zoom) - column) * EXTENT;
    }

    /** Steps from the upper side. */
    double y(double latitude) {
        var shown = toRadians(Math.clamp(latitude, -MERCATOR_END, MERCATOR_END));
        var down = (1 - log(tan(PI / 4 + shown / 2)) / PI) / 2;
        return (down * (1 << zoom) - row) * EXTENT;
    }

    private double longitude(double columns) {
        return columns / (1 << zoom) * 360 - 180;
    }

    private double latitude(double rows) {
        return toDegrees(atan(sinh(PI * (1 - 2 * rows / (1 << zoom)))));
    }
}
