package org.linli.notices;

/** A way by which notices leave the building. Each is a component, found by its code. */
interface Channel {

    /** As preferences, the database and the API spell it. */
    String code();

    /** Whether this installation has it. */
    boolean isOpen();

    /**
     * Hands a letter over to whoever carries it.
     *
     * @throws NotDelivered if it did not take it
     */
    void send(Letter letter) throws NotDelivered;
}
