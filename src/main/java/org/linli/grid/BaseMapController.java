package org.linli.grid;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.OpenToAll;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/map")
class BaseMapController {

    private static final String PUBLISHED = "maps are shown to residents without an account";
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final Optional<BaseMap> map;

    private final ShapeStore shapes;

    BaseMapController(Optional<BaseMap> map, ShapeStore shapes) {
        this.map = map;
        this.shapes = shapes;
    }

    /**
     * What to draw beneath the cells.
     *
     * @param kind {@code geojson}, or {@code none} for a plain ground
     * @param url of the lines; null for none
     * @param bounds west, south, east and north of the cells, in degrees; null while there are none
     */
    @Classified(FieldClass.C0)
    record Shown(
            String kind, @Nullable String url, String attribution, @Nullable List<Double> bounds) {}

    @GetMapping("/base")
    @OpenToAll(because = PUBLISHED)
    Shown base() {
        var bounds = bounds();
        return map.map(base ->
                        new Shown("geojson", "/api/v1/map/roads", base.attribution(), bounds))
                .orElseGet(() -> new Shown("none", null, "", bounds));
    }

    private @Nullable List<Double> bounds() {
        return shapes.extent(WorldReader.MASTER)
                .map(box -> List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()))
                .orElse(null);
    }

    @GetMapping("/roads")
    @OpenToAll(because = PUBLISHED)
    ResponseEntity<Resource> roads() {
        return map.map(base ->
                        ResponseEntity.ok()
                                .contentType(GEO_JSON)
                                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                                .body(base.roads()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
