package org.linli.cases;

/** Whether it is known which cell a case lies in. */
public enum Placement {
    PLACED,
    /** The spot is known, but lies in no cell. */
    OUTSIDE,
    /** Nobody said where. */
    UNPLACED
}
