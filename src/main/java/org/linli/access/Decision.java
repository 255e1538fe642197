package org.linli.access;

/** The answer to "may they?". */
public enum Decision {
    ALLOWED,
    /** They may know that it exists, but not do this. */
    FORBIDDEN,
    /** For them it does not exist. */
    HIDDEN
}
