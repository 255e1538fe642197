package org.linli.access;

/**
 * An answer and what its reader may be told: fields above that are written masked. What is not
 * wrapped so tells of nobody.
 */
public final class Told<T> {

    private final T answer;
    private final Clearance clearance;

    Told(T answer, Clearance clearance) {
        this.answer = answer;
        this.clearance = clearance;
    }

    public T answer() {
        return answer;
    }

    public Clearance clearance() {
        return clearance;
    }
}
