package org.linli.exchange.ogc;

import java.util.List;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** The page that a client starts from. */
@Classified(FieldClass.C0)
record Landing(String title, String description, List<Link> links) {

    Landing {
        links = List.copyOf(links);
    }
}
