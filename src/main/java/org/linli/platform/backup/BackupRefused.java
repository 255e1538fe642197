package org.linli.platform.backup;

import java.util.Locale;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;

/** A backup cannot be made or restored, told in words whoever operates Linli can act on. */
public final class BackupRefused extends RuntimeException {

    private final transient Message told;

    BackupRefused(String code, Object... arguments) {
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
