package org.linli.exchange.ogc;

import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** A way on from here. */
@Classified(FieldClass.C0)
record Link(String href, String rel, String type, String title) {

    static final String JSON = "application/json";
    static final String GEO_JSON = "application/geo+json";
    static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
}
