package org.linli.platform.fields;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What everybody sees of a value; only {@link Masks} makes it, so that none is clear by mistake.
 */
public final class Masked {

    private final String shown;

    Masked(String shown) {
        this.shown = shown;
    }

    @JsonValue
    @Override
    public String toString() {
        return shown;
    }
}
