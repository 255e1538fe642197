package org.linli.grid;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a cell is made for. */
public enum CellKind {
    /** 基础网格: an ordinary one. */
    BASE,
    /** 专属网格: a campus, a hospital, a park, a market. */
    DEDICATED;

    /** As files, the database and the API spell it: {@code base}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind so spelt, or empty if there is none. */
    public static Optional<CellKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
