package org.linli.audit;

import org.linli.platform.words.Message;

/** Ends a check at the first thing that is wrong. */
final class Tampered extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message told;

    Tampered(String code, Object... arguments) {
        super(code);
        this.told = Message.of(code, arguments);
    }

    Message told() {
        return told;
    }
}
