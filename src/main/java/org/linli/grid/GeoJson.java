package org.linli.grid;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes shapes as GeoJSON geometries. */
final class GeoJson {

    private GeoJson() {}

    /** Writes polygons, or null where there are none. */
    static void write(JsonGenerator json, @Nullable Geometry shape) {
        if (shape == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", shape.getGeometryType());
        json.writeName("coordinates");
        if (shape instanceof Polygon polygon) {
            write(json, polygon);
        } else {
            json.writeStartArray();
            for (var part = 0; part < shape.getNumGeometries(); part++) {
                write(json, (Polygon) shape.getGeometryN(part));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Polygon polygon) {
        json.writeStartArray();
        write(json, polygon.getExteriorRing());
        for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            write(json, polygon.getInteriorRingN(hole));
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, LineString ring) {
        json.writeStartArray();
        var points = ring.getCoordinateSequence();
        for (var i = 0; i < points.size(); i++) {
            json.writeStartArray();
            json.writeNumber(points.getX(i));
            json.writeNumber(points.getY(i));
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
