package org.linli.notices;

import java.util.Locale;

/** A letter that a channel did not take, with why in one word. */
final class NotDelivered extends Exception {

    private static final long serialVersionUID = 1;

    /** Why, as an administrator is told it. */
    enum Why {
        /** Nobody answered, or not in time. */
        UNREACHABLE,
        /** Whoever carries it says no. */
        REFUSED,
        /** There is no address for this channel, or none that can be one. */
        NO_ADDRESS,
        /** The installation has no such channel any more. */
        CLOSED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final transient Why why;

    NotDelivered(Why why) {
        super(why.code());
        this.why = why;
    }

    NotDelivered(Why why, Exception cause) {
        super(why.code(), cause);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
