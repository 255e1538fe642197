package org.linli.register;

import org.linli.platform.charter.Charter;

/** What a need may be called: help that somebody wants, never what others think of them. */
final class NeedKinds {

    static final int LONGEST = 30;

    private NeedKinds() {}

    /** Whether the charter has nothing against it. */
    static boolean isService(String kind) {
        return Charter.forbidsField(kind).isEmpty();
    }
}
