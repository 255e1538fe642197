package org.linli.grid;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.access.OpenToAll;
import org.linli.platform.problem.InvalidValue;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Divisions as a list, and cells with their borders for maps. */
@RestController
@RequestMapping("/api/v1")
class DivisionController {

    private static final String PUBLISHED = "divisions and cells are published by law";
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    /** What a list or a map of this kind can still show; more than a district has. */
    private static final int MOST = 5_000;

    private final Grid grid;
    private final ShapeStore shapes;
    private final JsonMapper json;

    DivisionController(Grid grid, ShapeStore shapes, JsonMapper json) {
        this.grid = grid;
        this.shapes = shapes;
        this.json = json;
    }

    /** By code, by parent, by level under one, or else the topmost. */
    @GetMapping("/divisions")
    @OpenToAll(because = PUBLISHED)
    @Nullable ResponseEntity<List<Division>> divisions(
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String parent,
            @RequestParam @Nullable String under,
            @RequestParam @Nullable String level,
            WebRequest request) {
        return unlessKnown(
                request,
                MediaType.APPLICATION_JSON,
                () -> {
                    if (code != null) {
                        return grid.division(code).stream().toList();
                    }
                    if (parent != null) {
                        return few(grid.children(parent));
                    }
                    return under == null
                            ? grid.tops()
                            : few(grid.under(under, level == null ? Level.GRID : level(level)));
                });
    }

    /** The cells in an area, or the divisions of a level in it, as GeoJSON. */
    @GetMapping("/cells")
    @OpenToAll(because = PUBLISHED)
    @Nullable ResponseEntity<byte[]> cells(
            @RequestParam String area,
            @RequestParam(defaultValue = WorldReader.MASTER) String scheme,
            @RequestParam @Nullable String level,
            WebRequest request) {
        return unlessKnown(
                request,
                GEO_JSON,
                () -> {
                    var asked = level == null ? null : level(level);
                    return draw(scheme, few(grid.drawn(area, scheme, asked, over(area, scheme))));
                });
    }

    /** What of an overlay meets the extent of an area, though nobody said that it lies in it. */
    private Set<String> over(String area, String scheme) {
        if (scheme.equals(WorldReader.MASTER)) {
            return Set.of();
        }
        var border = shapes.of(WorldReader.MASTER, List.of(area)).get(area);
        return border == null
                ? Set.of()
                : Set.copyOf(shapes.codesIn(scheme, Wkb.read(border).getEnvelopeInternal()));
    }

    /** A page asks again with what it has; if no other edition is out, that is still right. */
    private <T> @Nullable ResponseEntity<T> unlessKnown(
            WebRequest request, MediaType type, Supplier<T> body) {
        var tag = "\"grid-" + grid.edition() + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag(tag)
                .body(body.get());
    }

    private byte[] draw(String scheme, List<Division> wanted) {
        var borders = shapes.of(scheme, wanted.stream().map(Division::code).toList());
        var out = new ByteArrayOutputStream();
        try (var generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("type", "FeatureCollection");
            generator.writeArrayPropertyStart("features");
            for (var division : wanted) {
                var wkb = borders.get(division.code());
                if (wkb != null) {
                    write(generator, division, wkb);
                }
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Division division, byte[] wkb) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writePOJOProperty("properties", division);
        json.writeName("geometry");
        GeoJson.write(json, Wkb.read(wkb));
        json.writeEndObject();
    }

    private static List<Division> few(List<Division> found) {
        if (found.size() > MOST) {
            throw new TooManyDivisions(found.size(), MOST);
        }
        return found;
    }

    private static Level level(String code) {
        return Level.of(code)
                .orElseThrow(() -> new InvalidValue("grid/level-unknown", "level", code));
    }
}
