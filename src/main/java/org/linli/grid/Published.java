package org.linli.grid;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a scheme is made of when an import begins.
 *
 * @param edition the edition all this was read from
 * @param latest the latest version of each division of the scheme, by code
 * @param master for an overlay the divisions of the master scheme, which may lie above its cells
 */
record Published(long edition, Map<String, StoredDivision> latest, Map<String, Division> master) {

    static Published of(long edition, List<StoredDivision> latest, Map<String, Division> master) {
        return new Published(
                edition,
                latest.stream()
                        .collect(Collectors.toMap(StoredDivision::code, Function.identity())),
                master);
    }
}
