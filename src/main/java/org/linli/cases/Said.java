package org.linli.cases;

import java.util.Map;

/**
 * What comes with a step besides the step itself.
 *
 * @param note in the words of whoever took it; may be empty
 * @param carried the rest, by its name in the API
 */
record Said(String note, Map<String, Object> carried) {

    Said {
        carried = Map.copyOf(carried);
    }
}
