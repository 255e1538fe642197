package org.linli.bench.lifecycle;

/** Something that takes a case from report to close. */
public interface Contender {

    String name();

    /** One life of a case: reported, filed, dispatched, handled, checked, closed. */
    void live(int number);

    /** Waits until all that these lives called for is done. */
    default void settle() {}
}
