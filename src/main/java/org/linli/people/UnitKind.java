package org.linli.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What kind of body a unit is. */
public enum UnitKind {
    DEPARTMENT,
    UTILITY,
    COMPANY,
    COMMITTEE,
    SERVICE,
    EMPLOYER,
    VOLUNTEERS;

    /** The kinds by their code. */
    static final Map<String, UnitKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(UnitKind::code, Function.identity()));

    /** As files and the API spell it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
