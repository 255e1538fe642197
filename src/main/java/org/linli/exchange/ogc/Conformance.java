package org.linli.exchange.ogc;

import java.util.List;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** What of the standard is kept. HTML is not: there are pages of our own. */
@Classified(FieldClass.C0)
record Conformance(List<String> conformsTo) {

    private static final String PART_1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";

    Conformance {
        conformsTo = List.copyOf(conformsTo);
    }

    static Conformance ours() {
        return new Conformance(List.of(PART_1 + "core", PART_1 + "geojson", PART_1 + "oas30"));
    }
}
