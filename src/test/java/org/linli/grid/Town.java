package org.linli.grid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An invented district to be spoiled: two communities, A in the west and B in the east, of four
 * square cells each, about a hundred metres wide. Coordinates are whole steps of such a square's
 * hundredth.
 */
final class Town {

    private static final double STEP = 0.00001;

    private final String prefix;
    private final double west;
    private final double south;
    private final Map<String, List<String>> rings = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();

    /**
     * @param prefix of all codes, so that tests do not meet
     * @param west the lower left corner in degrees; ground nobody else uses
     */
    Town(String prefix, double west, double south) {
        this.prefix = prefix;
        this.west = west;
        this.south = south;
        area("", "district", null, box(0, 0, 400, 200));
        for (var community : List.of("A", "B")) {
            var from = community.equals("A") ? 0 : 200;
            area(community, "community", "", box(from, 0, from + 200, 200));
            for (var i = 0; i < 4; i++) {
                var x = from + 100 * (i % 2);
                var y = 100 * (i / 2);
                area(community + (i + 1), "grid", community, box(x, y, x + 100, y + 100));
            }
        }
    }

    String code(String name) {
        return prefix + name;
    }

    double longitude(double steps) {
        return west + steps * STEP;
    }

    double latitude(double steps) {
        return south + steps * STEP;
    }

    /** Adds an area, or puts another in its place; its rings are given in steps. */
    Town area(String name, String level, @Nullable String parentOrNull, int[]... itsRings) {
        words.put(
                name,
                """
                "code":"%s","level":"%s","name":"%s","parent_code":"%s"
                """
                        .formatted(
                                code(name),
                                level,
                                "网格" + name,
                                parentOrNull == null ? "" : code(parentOrNull))
                        .strip());
        rings.put(name, new ArrayList<>());
        for (var ring : itsRings) {
            rings.getOrDefault(name, List.of()).add(ring(ring));
        }
        return this;
    }

    /** A cell of a community with one ring. */
    Town grid(String name, int... ring) {
        return area(name, "grid", name.substring(0, 1), ring);
    }

    /** The same ground with nothing on it yet. */
    Town empty() {
        words.clear();
        rings.clear();
        return this;
    }

    /** Says more of an area. */
    Town with(String name, String property, String value) {
        words.merge(name, "\"%s\":%s".formatted(property, value), (was, more) -> was + "," + more);
        return this;
    }

    static int[] box(int west, int south, int east, int north) {
        return new int[] {west, south, east, south, east, north, west, north, west, south};
    }

    String json() {
        return words.keySet().stream()
                .map(this::feature)
                .collect(
                        Collectors.joining(
                                ",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    /** One area as it stands in the file. */
    String onlyFeature(String name) {
        return feature(name);
    }

    Path file(Path folder) {
        return write(folder, json());
    }

    static Path write(Path folder, String json) {
        try {
            return Files.writeString(Files.createTempFile(folder, "town", ".geojson"), json);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private String feature(String name) {
        var shape = rings.getOrDefault(name, List.of());
        var geometry =
                shape.isEmpty()
                        ? "null"
                        : "{\"type\":\"Polygon\",\"coordinates\":["
                                + String.join(",", shape)
                                + "]}";
        return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}"
                .formatted(words.get(name), geometry);
    }

    private String ring(int[] steps) {
        var points = new ArrayList<String>();
        for (var i = 0; i < steps.length; i += 2) {
            points.add(
                    String.format(
                            Locale.ROOT,
                            "[%.7f,%.7f]",
                            longitude(steps[i]),
                            latitude(steps[i + 1])));
        }
        return "[" + String.join(",", points) + "]";
    }
}
