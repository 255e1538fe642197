package org.linli.cases.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A step that a list of steps may hold: those that are taken here, those that nobody takes here but
 * the system, and those that only other systems know. A list tells what happened: any order may be,
 * and none of it is done again.
 */
enum StepKind {
    REPORT,
    /** The first that is told of a part of a report. */
    SPLIT_OFF,
    ACCEPT,
    VERIFY,
    FILE,
    REFUSE,
    SELF_HANDLE,
    DISPATCH,
    DISPATCH_AGAIN,
    RETURN,
    RULE,
    HANDLE,
    CHECK,
    REWORK,
    CLOSE,
    RATE,
    REOPEN,
    MERGE,
    SPLIT,
    MATCH,
    HELP,
    CONFIRM,
    CALL_BACK,
    TAKE,
    URGE,
    CONTACT,
    YELLOW_CARD,
    RED_CARD,
    ESCALATE,
    ASSIGN,
    CO_HANDLE,
    CO_ANSWER,
    CO_WITHDRAW,
    WHISTLE,
    ARRIVE,
    JOINT_ANSWER,
    CORRECT,
    UNHOLD,
    ASK_EXTENSION,
    ASK_HOLD,
    ASK_FORCED_CLOSE,
    APPEAL,
    APPROVE,
    DECLINE,
    WITHDRAW,
    RECOMPUTE,
    /** Of other systems, as are those that follow. */
    CANCEL,
    HOLD,
    RELEASE,
    EXTEND;

    /** The steps by their code. */
    static final Map<String, StepKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(StepKind::code, Function.identity()));

    /** As files and the API spell it: {@code self-handle}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state it leads to from another, as far as the step itself tells. */
    String after(String state) {
        return switch (this) {
            case REPORT -> "REPORTED";
            case ACCEPT, SPLIT_OFF -> "ACCEPTED";
            case VERIFY -> "VERIFIED";
            case FILE, RETURN, REOPEN -> "FILED";
            case REFUSE -> "REFUSED";
            case DISPATCH, DISPATCH_AGAIN, MATCH -> "DISPATCHED";
            case REWORK -> state.equals("CLOSED") ? "FILED" : "DISPATCHED";
            case HANDLE, HELP -> "HANDLED";
            case CHECK -> state.equals("CLOSED") ? state : "CHECKED";
            case SELF_HANDLE, CLOSE -> "CLOSED";
            case MERGE -> "MERGED";
            case SPLIT -> "SPLIT";
            case CANCEL -> state.equals("CLOSED") ? state : "REFUSED";
            default -> state;
        };
    }
}
