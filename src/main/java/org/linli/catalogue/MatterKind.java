package org.linli.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a matter is about. */
public enum MatterKind implements Coded {
    /** 事件: something that happens. */
    EVENT,
    /** 部件: something that stands somewhere and is broken. */
    FACILITY,
    /** 服务: something a person asks for. */
    SERVICE;

    /** As files and the API spell it: {@code event}. */
    @Override
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
