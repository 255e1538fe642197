package org.linli.cases.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A step that a list of steps may hold. A list tells what happened elsewhere: any order may be. */
enum StepKind {
    REPORT,
    ACCEPT,
    VERIFY,
    FILE,
    REFUSE,
    SELF_HANDLE,
    DISPATCH,
    RETURN,
    HANDLE,
    CHECK,
    REWORK,
    CLOSE,
    RATE,
    REOPEN,
    MERGE,
    CANCEL,
    HOLD,
    RELEASE,
    EXTEND,
    RULE,
    URGE,
    WHISTLE,
    CO_HANDLE,
    RECOMPUTE;

    /** The steps by their code. */
    static final Map<String, StepKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(StepKind::code, Function.identity()));

    /** As files and the API spell it: {@code self-handle}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state it leads to from another. */
    String after(String state) {
        return switch (this) {
            case REPORT -> "REPORTED";
            case ACCEPT -> "ACCEPTED";
            case VERIFY -> "VERIFIED";
            case FILE, RETURN, REOPEN -> "FILED";
            case REFUSE -> "REFUSED";
            case DISPATCH, REWORK -> "DISPATCHED";
            case HANDLE -> "HANDLED";
            case CHECK -> state.equals("CLOSED") ? state : "CHECKED";
            case SELF_HANDLE, CLOSE -> "CLOSED";
            case MERGE -> "MERGED";
            case CANCEL -> state.equals("CLOSED") ? state : "REFUSED";
            case RATE, HOLD, RELEASE, EXTEND, RULE, URGE, WHISTLE, CO_HANDLE, RECOMPUTE -> state;
        };
    }
}
