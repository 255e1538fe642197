package org.linli.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.Resource;

/**
 * Whose people are on call.
 *
 * @param code of the unit, or of the street
 * @param path where it works: of the street, or of the area the unit serves
 * @param unitCode null for a street
 */
record RosterHolder(String code, String name, String path, @Nullable String unitCode) {

    Resource resource() {
        return new Resource(path, unitCode, null, Set.of());
    }
}
