package org.linli.access;

/** What somebody wants to know of a person for. */
public enum Purpose {
    /** None was given. */
    NONE,
    /** Work on a case or task that is still open. */
    OPEN_TASK,
    /** A reason in writing, for a limited time, which somebody else will judge. */
    STATED_REASON,
    /** Judging what others looked up, and answering residents who complain of it. */
    OVERSIGHT
}
