package org.linli.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way a matter goes until it is settled. */
public enum Flow implements Coded {
    /** 案件: filed, dispatched, handled, checked, closed. */
    CASE,
    /** 帮办: helped with; the person's own word takes the place of the check. */
    SERVICE,
    /** 调解: mediated between parties who asked for it. */
    MEDIATION,
    /** 安全检查: premises looked over by a list, and again after the fault is mended. */
    PREMISES_CHECK;

    /**
     * @throws IllegalArgumentException if nothing goes that way
     */
    public static Flow of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As files and the API spell it: {@code premises_check}. */
    @Override
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
