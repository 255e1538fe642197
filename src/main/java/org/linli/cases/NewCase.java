package org.linli.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case about to be stored for the first time.
 *
 * @param sourceSystem the system it comes from; null for none
 * @param externalId its name there; null for none
 */
record NewCase(
        CaseFile file,
        List<CaseEvent> events,
        Contacts.Sealed contact,
        @Nullable String sourceSystem,
        @Nullable String externalId) {

    NewCase {
        events = List.copyOf(events);
    }
}
