package org.linli.grid;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.transfer.Exporter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the divisions of the master scheme as GeoJSON, from the top down. */
@Component
class DivisionsExporter implements Exporter {

    private static final Comparator<StoredDivision> FROM_THE_TOP =
            Comparator.<StoredDivision, Level>comparing(stored -> stored.division().level())
                    .thenComparing(StoredDivision::code);

    private final PublicationStore store;
    private final JsonMapper json;
    private final Clock clock;

    DivisionsExporter(PublicationStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "divisions";
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var now = clock.instant();
        var divisions =
                store.latest(WorldReader.MASTER).stream()
                        .filter(stored -> !stored.isOver(now))
                        .sorted(FROM_THE_TOP)
                        .toList();
        var generator = json.createGenerator(out);
        write(generator, divisions);
        generator.flush();
    }

    private static void write(JsonGenerator json, List<StoredDivision> divisions) {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeArrayPropertyStart("features");
        for (var stored : divisions) {
            write(json, stored);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void write(JsonGenerator json, StoredDivision stored) {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        writeProperties(json, stored);
        json.writeEndObject();
        json.writeName("geometry");
        GeoJson.write(json, stored.shape() == null ? null : Wkb.read(stored.shape()));
        json.writeEndObject();
    }

    private static void writeProperties(JsonGenerator json, StoredDivision stored) {
        var division = stored.division();
        json.writeStringProperty("code", division.code());
        write(json, "parent_code", division.parentCode());
        json.writeStringProperty("level", division.level().code());
        json.writeStringProperty("name", division.name());
        write(json, "kind", division.kind() == null ? null : division.kind().code());
        write(json, "area_m2", stored.areaM2());
        write(json, "households", stored.households());
        write(json, "population", stored.population());
        write(json, "valid_from", stored.validFrom());
        write(json, "valid_to", stored.validTo());
    }

    private static void write(JsonGenerator json, String name, @Nullable Object value) {
        if (value instanceof Long number) {
            json.writeNumberProperty(name, number);
        } else if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }
}
