package org.linli.grid.tile;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Reads tiles with a library that others read them with. */
public final class TileReader {

    private TileReader() {}

    /**
     * A shape on a tile.
     *
     * @param shape in steps from the upper left corner
     */
    public record Feature(Geometry shape, Map<?, ?> words) {}

    /** The features of the only layer; none if there is no layer. */
    public static List<Feature> read(byte[] tile) {
        try {
            var layers =
                    MvtReader.loadMvt(
                                    new ByteArrayInputStream(tile),
                                    new GeometryFactory(),
                                    new TagKeyValueMapConverter(),
                                    MvtReader.RING_CLASSIFIER_V2_1)
                            .getLayers();
            var features = new ArrayList<Feature>();
            for (var layer : layers) {
                for (var shape : layer.getGeometries()) {
                    var words = (Map<?, ?>) Objects.requireNonNull(shape.getUserData());
                    features.add(new Feature(shape, words));
                }
            }
            return features;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
