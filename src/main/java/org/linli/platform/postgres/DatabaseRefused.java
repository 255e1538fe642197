package org.linli.platform.postgres;

import java.util.Locale;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;

/** The database cannot be used as it stands, told in words whoever operates it can act on. */
public final class DatabaseRefused extends RuntimeException {

    private final transient Message told;

    DatabaseRefused(String code, Object... arguments) {
        super(code);
        this.told = Message.of(code, arguments);
    }

    public Message told() {
        return told;
    }

    /** The English wording, for logs. */
    @Override
    public String getMessage() {
        return Words.say(told, Locale.ENGLISH);
    }
}
