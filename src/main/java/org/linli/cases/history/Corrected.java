package org.linli.cases.history;

import java.util.List;
import java.util.Objects;
import org.linli.platform.transfer.Row;

/**
 * A case whose row came again with other values.
 *
 * @param row of the file
 * @param after with the cell it is placed in
 * @param told the row as the file told it
 * @param events everything that happened to it, the correction last
 */
record Corrected(
        Row row,
        StoredCase before,
        PastCase after,
        Fingerprint told,
        Placed place,
        KnownCodes.Filing filing,
        List<PastEvent> events) {

    Corrected {
        events = List.copyOf(events);
    }

    boolean sameSurvivor() {
        return Objects.equals(before.past().outcome().duplicateOf(), after.outcome().duplicateOf());
    }
}
