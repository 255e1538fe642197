package org.linli.launch;

import org.linli.platform.words.Message;

/** A command cannot be done, for a reason whoever runs it should read. */
final class ToldByLinli extends RuntimeException {

    private final transient Message told;

    ToldByLinli(Message told) {
        super(told.code());
        this.told = told;
    }

    Message told() {
        return told;
    }
}
