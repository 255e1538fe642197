package org.linli.cases.history;

import java.util.List;
import org.linli.cases.CaseKey;

/**
 * A case of the past about to be stored.
 *
 * @param past with the cell it was placed in
 * @param told the row as the file told it
 * @param filing what the catalogue knows of its matter
 */
record NewPast(
        CaseKey key,
        String caseNo,
        PastCase past,
        Fingerprint told,
        Placed place,
        KnownCodes.Filing filing,
        List<PastEvent> events) {

    NewPast {
        events = List.copyOf(events);
    }

    String state() {
        return events.getLast().state();
    }

    int version() {
        return events.getLast().version();
    }
}
