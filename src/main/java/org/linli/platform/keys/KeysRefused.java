package org.linli.platform.keys;

import java.util.Locale;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;

/** The keys cannot be used as they lie, told in words whoever operates it can act on. */
public final class KeysRefused extends RuntimeException {

    private final transient Message told;

    public KeysRefused(String code, Object... arguments) {
        super(code);
        this.told = Message.of(code, arguments);
    }

    Message told() {
        return told;
    }

    /** The English wording, for logs. */
    @Override
    public String getMessage() {
        return Words.say(told, Locale.ENGLISH);
    }
}
