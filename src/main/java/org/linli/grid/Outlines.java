package org.linli.grid;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A front door beside {@link Grid}: the borders of divisions and cells, for maps of others. */
@Component
public class Outlines {

    private final Grid grid;
    private final ShapeStore shapes;
    private final JsonMapper json;

    Outlines(Grid grid, ShapeStore shapes, JsonMapper json) {
        this.grid = grid;
        this.shapes = shapes;
        this.json = json;
    }

    /** A box in degrees, WGS 84. */
    public record Box(double west, double south, double east, double north) {}

    /** The borders of divisions or cells of the master scheme as GeoJSON geometries, by code. */
    public Map<String, String> of(Collection<String> codes) {
        var outlines = new HashMap<String, String>();
        shapes.of(WorldReader.MASTER, codes)
                .forEach((code, wkb) -> outlines.put(code, geometry(wkb)));
        return outlines;
    }

    /** The codes of those whose extent meets a box. */
    public List<String> in(Box box) {
        var asked = new Envelope(box.west, box.east, box.south, box.north);
        return shapes.codesIn(WorldReader.MASTER, asked);
    }

    /** The box around everything; empty while nothing has a border. */
    public Optional<Box> extent() {
        return shapes.extent(WorldReader.MASTER)
                .map(all -> new Box(all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY()));
    }

    /** All cells of the master scheme, or else everything above them. */
    public List<Division> divisions(boolean cells) {
        return grid.divisions().stream()
                .filter(division -> cells == grid.cell(division.code()).isPresent())
                .toList();
    }

    private String geometry(byte[] wkb) {
        var out = new ByteArrayOutputStream();
        try (var generator = json.createGenerator(out)) {
            GeoJson.write(generator, Wkb.read(wkb));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
