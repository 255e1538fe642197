package org.linli.grid;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Shapes as the database keeps them. */
final class Wkb {

    private static final GeometryFactory SHAPES =
            new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private Wkb() {}

    static Geometry read(byte[] wkb) {
        try {
            return new WKBReader(SHAPES).read(wkb);
        } catch (ParseException broken) {
            throw new IllegalStateException("A stored shape cannot be read", broken);
        }
    }

    static byte[] write(Geometry shape) {
        return new WKBWriter().write(shape);
    }
}
