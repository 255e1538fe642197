package org.linli.grid;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.grid.tile.TileAddress;
import org.linli.grid.tile.TileWriter;
import org.springframework.stereotype.Component;

/**
 * Draws tiles. From afar the districts are shown, then the streets, and the cells from where one
 * can tell them apart; overlays always show their cells.
 */
@Component
class Tiles {

    private static final int CELLS_FROM = 9;
    private static final int STREETS_FROM = 8;
    private static final int KEPT = 1_000;

    private final CurrentWorld world;
    private final ShapeStore shapes;
    private final Map<Key, byte[]> drawn = Collections.synchronizedMap(new Latest());

    Tiles(CurrentWorld world, ShapeStore shapes) {
        this.world = world;
        this.shapes = shapes;
    }

    private record Key(long edition, String scheme, TileAddress tile) {}

    /** The tiles asked for last. */
    private static final class Latest extends LinkedHashMap<Key, byte[]> {

        private static final long serialVersionUID = 1;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > KEPT;
        }
    }

    /**
     * A tile of a scheme.
     *
     * @throws NoSuchScheme if there is no scheme of this name
     */
    byte[] draw(String schemeName, TileAddress tile) {
        var now = world.get();
        var scheme = now.scheme(schemeName).orElseThrow(() -> new NoSuchScheme(schemeName));
        var key = new Key(now.edition(), schemeName, tile);
        var known = drawn.get(key);
        if (known != null) {
            return known;
        }
        var fresh = draw(scheme, tile);
        drawn.put(key, fresh);
        return fresh;
    }

    private byte[] draw(World.Scheme scheme, TileAddress tile) {
        var shown = shown(scheme, tile);
        var borders = shapes.of(scheme.name(), shown.stream().map(Division::code).toList());
        var writer = new TileWriter(tile);
        for (var division : shown) {
            var wkb = borders.get(division.code());
            if (wkb != null) {
                writer.add(Wkb.read(wkb), words(division));
            }
        }
        return writer.toBytes("cells");
    }

    private List<Division> shown(World.Scheme scheme, TileAddress tile) {
        return shapes.codesIn(scheme.name(), tile.bounds()).stream()
                .filter(scheme.divisions()::containsKey)
                .map(scheme.divisions()::get)
                .filter(division -> isShown(scheme, division, tile.zoom()))
                .sorted(Comparator.comparing(Division::code))
                .toList();
    }

    private static boolean isShown(World.Scheme scheme, Division division, int zoom) {
        if (zoom >= CELLS_FROM || !scheme.name().equals(WorldReader.MASTER)) {
            return scheme.cells().containsKey(division.code());
        }
        return division.level() == (zoom >= STREETS_FROM ? Level.STREET : Level.DISTRICT);
    }

    private static Map<String, String> words(Division division) {
        var words = new TreeMap<String, String>();
        words.put("code", division.code());
        words.put("name", division.name());
        words.put("level", division.level().code());
        if (division.kind() != null) {
            words.put("kind", division.kind().code());
        }
        return words;
    }
}
