package org.linli.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a report of a matter is likely to say of people. */
public enum PrivacyLevel implements Coded {
    NONE,
    PERSONAL,
    SENSITIVE;

    /** As files and the API spell it: {@code personal}. */
    @Override
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
