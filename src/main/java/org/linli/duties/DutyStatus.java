package org.linli.duties;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an entry of the duty list stands. */
enum DutyStatus {
    /** Waits for the district to decide. */
    ASKED,
    REFUSED,
    LIVE,
    /** Its last day is over; what is to go on is applied for anew. */
    EXPIRED;

    /** As the API spells it. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
