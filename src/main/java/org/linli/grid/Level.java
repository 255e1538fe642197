package org.linli.grid;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How high a division stands, from the top down. */
public enum Level {
    /** 省 */
    PROVINCE,
    /** 市 */
    CITY,
    /** 区、县 */
    DISTRICT,
    /** 街道、镇、乡 */
    STREET,
    /** 社区、村 */
    COMMUNITY,
    /** 网格 */
    GRID,
    /** 微网格 */
    MICROGRID;

    /** As files, the database and the API spell it: {@code district}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level so spelt, or empty if there is none. */
    public static Optional<Level> of(String code) {
        return Arrays.stream(values()).filter(level -> level.code().equals(code)).findFirst();
    }

    public boolean isAbove(Level other) {
        return compareTo(other) < 0;
    }

    /** Whether divisions of this level are cells, as long as none lies in them. */
    public boolean isCell() {
        return this == GRID || this == MICROGRID;
    }
}
