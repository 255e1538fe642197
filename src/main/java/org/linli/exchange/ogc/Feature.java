package org.linli.exchange.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * One thing on the map.
 *
 * @param geometry as GeoJSON; null where nobody knows
 * @param links only of a feature that is asked for by itself
 */
@Classified(FieldClass.C0)
record Feature(
        String type,
        String id,
        @JsonRawValue @Schema(implementation = Object.class) @Nullable String geometry,
        Properties properties,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> links) {

    Feature {
        links = List.copyOf(links);
    }

    static Feature of(String id, @Nullable String geometry, Properties properties) {
        return new Feature("Feature", id, geometry, properties, List.of());
    }

    Feature with(List<Link> ways) {
        return new Feature(type, id, geometry, properties, ways);
    }

    /** What is said of it. */
    sealed interface Properties {}

    @Classified(FieldClass.C0)
    record DivisionProperties(
            String code,
            String name,
            String level,
            @Nullable String kind,
            @Nullable String parentCode)
            implements Properties {}

    @Classified(FieldClass.C0)
    record CaseProperties(
            String caseNo,
            String matterCode,
            @Nullable String matterNameZh,
            @Nullable String matterNameEn,
            String state,
            boolean over,
            Instant reportedAt,
            Instant changedAt,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt)
            implements Properties {}

    /**
     * A page of them.
     *
     * @param numberMatched null where there are more than are counted
     */
    @Classified(FieldClass.C0)
    record Page(
            String type,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer numberMatched,
            int numberReturned,
            Instant timeStamp,
            List<Feature> features,
            List<Link> links) {

        Page {
            features = List.copyOf(features);
            links = List.copyOf(links);
        }
    }
}
