package org.linli.intake.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** Where a client finds what (Open311 Service Discovery). */
@Classified(FieldClass.C0)
record Discovery(
        String changeset,
        String contact,
        @JsonProperty("key_service") String keyService,
        List<Endpoint> endpoints) {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    Discovery {
        endpoints = List.copyOf(endpoints);
    }

    record Endpoint(
            String specification, String url, String changeset, String type, List<String> formats) {

        Endpoint {
            formats = List.copyOf(formats);
        }
    }

    /**
     * @param address of our endpoint, seen from outside
     */
    static Discovery of(String address, String changeset, String contact, String keys) {
        var formats = List.of("text/xml", "application/json");
        var endpoint = new Endpoint(SPECIFICATION, address, changeset, "production", formats);
        return new Discovery(changeset, contact, keys, List.of(endpoint));
    }
}
