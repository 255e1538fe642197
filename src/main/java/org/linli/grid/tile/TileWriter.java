package org.linli.grid.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** Packs shapes with a few words each into a tile of one layer (Mapbox Vector Tile 2.1). */
public final class TileWriter {

    private static final int LAYER = 3;
    private static final int LAYER_NAME = 1;
    private static final int LAYER_FEATURE = 2;
    private static final int LAYER_KEY = 3;
    private static final int LAYER_VALUE = 4;
    private static final int LAYER_EXTENT = 5;
    private static final int LAYER_VERSION = 15;
    private static final int FEATURE_TAGS = 2;
    private static final int FEATURE_TYPE = 3;
    private static final int FEATURE_GEOMETRY = 4;
    private static final int POLYGON = 3;
    private static final int TEXT = 1;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE = 7;

    private static final PrecisionModel WHOLE_STEPS = new PrecisionModel(1);

    private final TileAddress tile;
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<String, Integer> values = new LinkedHashMap<>();
    private final List<Protobuf> features = new ArrayList<>();

    public TileWriter(TileAddress tile) {
        this.tile = tile;
    }

    /** Adds a shape, given in degrees, unless the tile shows nothing of it. */
    public void add(Geometry shape, Map<String, String> words) {
        var drawing = new Drawing();
        // cut to the frame and laid on whole steps in one go, so that it stays valid
        var shown =
                OverlayNG.overlay(
                        tile.inSteps(shape), tile.frame(), OverlayNG.INTERSECTION, WHOLE_STEPS);
        for (var part = 0; part < shown.getNumGeometries(); part++) {
            if (shown.getGeometryN(part) instanceof Polygon polygon) {
                draw(polygon, drawing);
            }
        }
        if (!drawing.isEmpty()) {
            features.add(feature(drawing, words));
        }
    }

    /** The tile; without a byte if nothing was added. */
    public byte[] toBytes(String layerName) {
        if (features.isEmpty()) {
            return new byte[0];
        }
        var layer = new Protobuf();
        layer.number(LAYER_VERSION, 2);
        layer.text(LAYER_NAME, layerName);
        features.forEach(feature -> layer.message(LAYER_FEATURE, feature));
        keys.keySet().forEach(key -> layer.text(LAYER_KEY, key));
        values.keySet().forEach(value -> layer.message(LAYER_VALUE, text(value)));
        layer.number(LAYER_EXTENT, TileAddress.EXTENT);
        var whole = new Protobuf();
        whole.message(LAYER, layer);
        return whole.toBytes();
    }

    /** Outer rings run clockwise as one sees them, and holes the other way. */
    private static void draw(Polygon polygon, Drawing drawing) {
        if (polygon.isEmpty()) {
            return;
        }
        // rows count downwards, so what one sees is the mirror of what JTS does
        var seen = polygon.norm();
        drawing.ring(((Polygon) seen).getExteriorRing().reverse());
        for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            drawing.ring(((Polygon) seen).getInteriorRingN(hole).reverse());
        }
    }

    private Protobuf feature(Drawing drawing, Map<String, String> words) {
        var tags = new Protobuf();
        words.forEach((key, value) -> {
            tags.varint(numberOf(key, keys));
            tags.varint(numberOf(value, values));
        });
        var feature = new Protobuf();
        feature.message(FEATURE_TAGS, tags);
        feature.number(FEATURE_TYPE, POLYGON);
        feature.message(FEATURE_GEOMETRY, drawing.commands);
        return feature;
    }

    private static int numberOf(String word, Map<String, Integer> known) {
        return known.computeIfAbsent(word, _ -> known.size());
    }

    private static Protobuf text(String value) {
        var text = new Protobuf();
        text.text(TEXT, value);
        return text;
    }

    /** Commands of a pen that knows only how far to go from where it is. */
    private static final class Drawing {

        private final Protobuf commands = new Protobuf();
        private long x;
        private long y;
        private boolean empty = true;

        /** The last point of a ring is its first and is not drawn again. */
        void ring(LinearRing ring) {
            empty = false;
            var points = ring.getCoordinateSequence();
            command(MOVE_TO, 1);
            go(points.getX(0), points.getY(0));
            command(LINE_TO, points.size() - 2);
            for (var i = 1; i < points.size() - 1; i++) {
                go(points.getX(i), points.getY(i));
            }
            command(CLOSE, 1);
        }

        boolean isEmpty() {
            return empty;
        }

        private void command(int what, int times) {
            commands.varint((long) times << 3 | what);
        }

        private void go(double toX, double toY) {
            commands.zigzag((long) toX - x);
            commands.zigzag((long) toY - y);
            x = (long) toX;
            y = (long) toY;
        }
    }
}
