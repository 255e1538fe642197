package org.linli.cases;

/** What comes up while a clock runs, the gravest last. */
public enum Deadline {
    /** Most of the limit has run (预警). */
    WARN,
    /** The limit ends (到期). */
    DUE,
    /** It ended as long ago as the warning came before its end (超期). */
    OVERDUE;

    private static final int HUNDRED = 100;

    /** After how much of a limit it comes, in hundredths, where warnings come after so many. */
    int percent(int warnPercent) {
        return switch (this) {
            case WARN -> warnPercent;
            case DUE -> HUNDRED;
            case OVERDUE -> HUNDRED + HUNDRED - warnPercent;
        };
    }
}
