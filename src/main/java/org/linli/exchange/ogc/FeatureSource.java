package org.linli.exchange.ogc;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the features of a collection come from. */
interface FeatureSource {

    /**
     * @param matched how many there are; null where there are more than are counted
     */
    record Found(List<Feature> features, @Nullable Integer matched, boolean more) {

        public Found {
            features = List.copyOf(features);
        }
    }

    /** Its name in addresses. */
    String id();

    Found find(Asked asked);

    Optional<Feature> one(String id);
}
