package org.linli.grid;

import java.util.ArrayList;
import java.util.List;
import org.linli.grid.index.CellIndexBuilder;
import org.linli.grid.index.Fixed;
import org.linli.platform.geo.Datum;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.words.Message;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;

/** Reads polygons as GeoJSON or WKT, takes them to WGS 84 and lays them on the lattice. */
final class ShapeReader {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** A ring of three corners ends with the point it began with. */
    private static final int FEWEST_POINTS = 4;

    private final Datum datum;

    ShapeReader(Datum datum) {
        this.datum = datum;
    }

    /** A shape that cannot be read, and why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Message reason;

        Unreadable(String code, Object... arguments) {
            super(code);
            reason = Message.of(code, arguments);
        }

        Message reason() {
            return reason;
        }
    }

    Geometry geoJson(JsonNode geometry) throws Unreadable {
        var type = geometry.path("type").asString("");
        var coordinates = geometry.path("coordinates");
        return switch (type) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                var parts = new ArrayList<Polygon>();
                for (var part : list(coordinates)) {
                    parts.add(polygon(part));
                }
                yield SHAPES.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            default -> throw new Unreadable("grid/not-a-polygon");
        };
    }

    Geometry wkt(String text) throws Unreadable {
        try {
            var shape = new WKTReader(SHAPES).read(text);
            if (!(shape instanceof Polygon) && !shape.getGeometryType().equals("MultiPolygon")) {
                throw new Unreadable("grid/not-a-polygon");
            }
            return onLattice(shape);
        } catch (ParseException unreadable) {
            throw new Unreadable("grid/wkt-unreadable");
        } catch (IllegalArgumentException open) {
            throw new Unreadable("grid/ring-open");
        }
    }

    private Geometry onLattice(Geometry shape) throws Unreadable {
        var parts = new ArrayList<Polygon>();
        for (var i = 0; i < shape.getNumGeometries(); i++) {
            var polygon = (Polygon) shape.getGeometryN(i);
            var holes = new ArrayList<LinearRing>();
            for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                holes.add(ring(List.of(polygon.getInteriorRingN(hole).getCoordinates())));
            }
            var outer = ring(List.of(polygon.getExteriorRing().getCoordinates()));
            parts.add(SHAPES.createPolygon(outer, holes.toArray(LinearRing[]::new)));
        }
        return shape instanceof Polygon
                ? parts.getFirst()
                : SHAPES.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private Polygon polygon(JsonNode rings) throws Unreadable {
        var read = new ArrayList<LinearRing>();
        for (var ring : list(rings)) {
            var points = new ArrayList<Coordinate>();
            for (var point : list(ring)) {
                points.add(point(point));
            }
            read.add(ring(points));
        }
        var holes = read.subList(1, read.size()).toArray(LinearRing[]::new);
        return SHAPES.createPolygon(read.getFirst(), holes);
    }

    private static JsonNode list(JsonNode node) throws Unreadable {
        if (!node.isArray() || node.isEmpty()) {
            throw new Unreadable("grid/coordinates-unreadable");
        }
        return node;
    }

    private static Coordinate point(JsonNode point) throws Unreadable {
        if (point.size() < 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
            throw new Unreadable("grid/coordinates-unreadable");
        }
        return new Coordinate(point.get(0).asDouble(), point.get(1).asDouble());
    }

    private LinearRing ring(List<Coordinate> given) throws Unreadable {
        var points = new ArrayList<Coordinate>(given.size());
        for (var point : given) {
            var next = onLattice(point);
            if (points.isEmpty() || !points.getLast().equals2D(next)) {
                checkEdge(points, next);
                points.add(next);
            }
        }
        if (points.size() < FEWEST_POINTS) {
            throw new Unreadable("grid/ring-without-ground");
        }
        if (!points.getFirst().equals2D(points.getLast())) {
            throw new Unreadable("grid/ring-open");
        }
        return SHAPES.createLinearRing(points.toArray(Coordinate[]::new));
    }

    private Coordinate onLattice(Coordinate given) throws Unreadable {
        try {
            var place = datum.toWgs84(given.x, given.y);
            return new Coordinate(Fixed.round(place.longitude()), Fixed.round(place.latitude()));
        } catch (InvalidValue nowhere) {
            throw new Unreadable("grid/coordinates-nowhere", given.x + " " + given.y);
        }
    }

    private static void checkEdge(List<Coordinate> before, Coordinate next) throws Unreadable {
        if (!before.isEmpty() && !CellIndexBuilder.takes(before.getLast(), next)) {
            throw new Unreadable("grid/edge-too-long");
        }
    }
}
