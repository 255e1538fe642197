package org.linli.grid;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.OpenToAll;
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

    BaseMapController(Optional<BaseMap> map) {
        this.map = map;
    }

    /**
     * What to draw beneath the cells.
     *
     * @param kind {@code geojson}, or {@code none} for a plain ground
     * @param url of the lines; null for none
     */
    record Shown(String kind, @Nullable String url, String attribution) {}

    @GetMapping("/base")
    @OpenToAll(because = PUBLISHED)
    Shown base() {
        return map.map(base -> new Shown("geojson", "/api/v1/map/roads", base.attribution()))
                .orElseGet(() -> new Shown("none", null, ""));
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
