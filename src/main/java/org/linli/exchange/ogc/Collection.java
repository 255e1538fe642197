package org.linli.exchange.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * One kind of features.
 *
 * @param extent null while nothing has a border
 */
@Classified(FieldClass.C0)
record Collection(
        String id,
        String title,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Extent extent,
        String itemType,
        List<String> crs,
        List<Link> links) {

    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    Collection {
        crs = List.copyOf(crs);
        links = List.copyOf(links);
    }

    record Extent(Spatial spatial) {}

    record Spatial(List<List<Double>> bbox, String crs) {

        Spatial {
            bbox = List.copyOf(bbox);
        }
    }

    /** All there are. */
    @Classified(FieldClass.C0)
    record All(List<Collection> collections, List<Link> links) {

        All {
            collections = List.copyOf(collections);
            links = List.copyOf(links);
        }
    }
}
