package org.linli.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether the grid may settle a matter itself, on the spot. */
public enum SelfHandle implements Coded {
    YES("Y"),
    /** Where a condition of its own holds. */
    CONDITIONAL("C"),
    NO("N");

    private final String code;

    SelfHandle(String code) {
        this.code = code;
    }

    /** As files and the API spell it. */
    @Override
    @JsonValue
    public String code() {
        return code;
    }
}
