package org.linli.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.FileRefused;
import org.linli.platform.transfer.Row;
import org.linli.platform.words.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a GeoJSON feature collection, one feature after the other. */
final class FeatureFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final Columns columns;
    private final ZoneId zone;
    private final LinkedHashSet<String> names = new LinkedHashSet<>();

    /** Takes one feature; the geometry is null where there is none. */
    @FunctionalInterface
    interface Taker {
        void take(Row row, @Nullable JsonNode geometry);
    }

    FeatureFile(Columns columns, ZoneId zone) {
        this.columns = columns;
        this.zone = zone;
    }

    /** Whether a file begins as a JSON object does. */
    static boolean is(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (next == '{') {
                    return true;
                }
                // blanks, and the three bytes of a byte order mark
                if (!Character.isWhitespace(next) && next < 0xBB) {
                    return false;
                }
            }
            return false;
        }
    }

    /**
     * Hands over each feature.
     *
     * @throws FileRefused if it is no feature collection, or its features have other properties
     *     than those asked for
     */
    void read(Path file, Taker taker) throws IOException {
        try (var parser = JSON.createParser(Files.newInputStream(file))) {
            readCollection(parser, taker);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw new FileRefused("grid/json-broken", at == null ? 0 : at.getLineNr());
        }
        columns.check(List.copyOf(names));
    }

    private void readCollection(JsonParser parser, Taker taker) {
        var features = false;
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                features = true;
                readFeatures(parser, taker);
            } else {
                parser.skipChildren();
            }
        }
        if (!features) {
            throw new FileRefused("grid/no-features");
        }
    }

    private void readFeatures(JsonParser parser, Taker taker) {
        for (long number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            JsonNode feature = parser.readValueAsTree();
            if (!feature.isObject() || !feature.path("properties").isObject()) {
                throw new FileRefused("grid/not-a-feature", number);
            }
            var row = row(number, feature.path("properties"));
            var geometry = feature.get("geometry");
            taker.take(row, geometry == null || geometry.isNull() ? null : geometry);
        }
    }

    private Row row(long number, JsonNode properties) {
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        var nested = new ArrayList<String>();
        properties.forEachEntry((name, value) -> {
            names.add(name);
            cells.put(name, text(value));
            if (value.isContainer()) {
                nested.add(name);
            }
        });
        var row = Row.of(number, cells, zone);
        nested.forEach(name -> row.reject(name, Message.of("grid/nested-value")));
        return row;
    }

    /** Map programs write whole numbers with a decimal point: 321.0 households are 321. */
    private static String text(JsonNode value) {
        if (value.isNumber()) {
            var number = value.decimalValue();
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value.isNull() ? "" : value.asString("");
    }
}
