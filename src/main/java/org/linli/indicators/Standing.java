package org.linli.indicators;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How a member of a peer group compares with what is expected of it. Never a place in a row: among
 * those within the limits nobody is ahead of anybody.
 */
enum Standing {
    WITHIN,
    /** Beyond the limits that one in twenty passes by chance. */
    HIGHER,
    LOWER,
    /** Beyond the limits that one in five hundred passes by chance. */
    MUCH_HIGHER,
    MUCH_LOWER,
    /** Not enough cases, or not enough peers, to say anything. */
    TOO_FEW,
    /** No case at all. */
    NOTHING;

    /** As the API spells it. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
