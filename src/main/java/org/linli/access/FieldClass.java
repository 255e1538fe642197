package org.linli.access;

/** How far what is told can hurt somebody, and so what it takes to be told it. */
public enum FieldClass {
    /** Of no person: a matter, a place, a count. */
    C0,
    /** Of work on a case: what was reported, who did what in their post. */
    C1,
    /** Of a person who has a name or can be reached: for a purpose. */
    C2,
    /**
     * Sensitive: an identity number, who reported somebody, a need. One at a time, by who stands
     * there.
     */
    C3
}
