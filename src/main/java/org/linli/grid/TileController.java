package org.linli.grid;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.linli.access.OpenToAll;
import org.linli.grid.tile.TileAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Cells as vector tiles, for maps of more cells than one file can carry. */
@RestController
class TileController {

    private static final MediaType TILE =
            MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

    private final Grid grid;
    private final Tiles tiles;

    TileController(Grid grid, Tiles tiles) {
        this.grid = grid;
        this.tiles = tiles;
    }

    /** One layer, {@code cells}, whose features have a code, a name, a level and maybe a kind. */
    @GetMapping("/tiles/cells/{scheme}/{zoom}/{column}/{row}.mvt")
    @OpenToAll(because = "cells are published by law")
    @Nullable ResponseEntity<byte[]> tile(
            @PathVariable String scheme,
            @PathVariable int zoom,
            @PathVariable int column,
            @PathVariable int row,
            WebRequest request) {
        var tag = "\"grid-" + grid.edition() + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        if (!TileAddress.exists(zoom, column, row)) {
            throw new NoSuchTile();
        }
        return ResponseEntity.ok()
                .contentType(TILE)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .eTag(tag)
                .body(tiles.draw(scheme, new TileAddress(zoom, column, row)));
    }
}
