package org.linli.launch;

import org.linli.platform.words.Message;

/** The command was not written as it should be. */
final class WrittenWrongly extends RuntimeException {

    private final transient Message told;

    WrittenWrongly(String code, Object... arguments) {
        super(code);
        this.told = Message.of(code, arguments);
    }

    Message told() {
        return told;
    }
}
