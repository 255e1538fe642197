package org.linli.platform.problem;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;

/**
 * A request that cannot be done, told in words its sender can act on. Its kind becomes one HTTP
 * status; its message's code becomes the {@code type} of an RFC 9457 problem. Clients match on the
 * code, people read the message.
 */
public abstract class Problem extends RuntimeException {

    /** What is wrong with the request, seen from its sender. */
    public enum Kind {
        /** 400: it cannot be read at all. */
        MALFORMED,
        /** 401: nobody has signed in. */
        UNKNOWN_CALLER,
        /** 403: this caller may not do this, and may know it. */
        FORBIDDEN,
        /** 404: there is no such thing, or none that this caller may see. */
        NOT_FOUND,
        /** 409: not possible as things stand. */
        CONFLICT,
        /** 413: more than the server takes at once. */
        TOO_LARGE,
        /** 415: not a kind of content the server reads. */
        UNSUPPORTED,
        /** 422: readable, but a value is wrong. */
        INVALID,
        /** 429: too many requests. */
        TOO_MANY,
        /** 503: the server cannot do this now. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final transient Message told;

    protected Problem(Kind kind, String code, Object... arguments) {
        super(code);
        this.kind = kind;
        this.told = Message.of(code, arguments);
    }

    public final Kind kind() {
        return kind;
    }

    /** What to tell the sender. */
    public final Message told() {
        return told;
    }

    /** How long to wait before asking again, where that is known. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** What a program may want to know of it besides, by the name of its field in the answer. */
    public Map<String, Object> details() {
        return Map.of();
    }

    /** The English wording, for logs. */
    @Override
    public final String getMessage() {
        return Words.say(told, Locale.ENGLISH);
    }
}
