package org.linli.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A browser's session: who opened it, and how sure we are that it is they.
 *
 * @param id names it without opening it
 * @param half a password without its second factor: it sees nothing and can only go on signing in
 * @param factorAt when its person last showed a strong factor; null while they have not
 * @param deviceKey of the phone without which it is of no use; null for those of no phone
 */
public record Session(
        long id,
        Actor actor,
        OpenedWith openedWith,
        boolean half,
        @Nullable Instant factorAt,
        byte @Nullable [] deviceKey) {

    private static final String ATTRIBUTE = Session.class.getName();

    /** What a session was opened with. */
    public enum OpenedWith {
        /** A link that works once. */
        LINK,
        PASSWORD,
        PASSKEY,
        DEVICE,
        /** An account at another system. */
        OTHER_SYSTEM;

        /** As the API and the trail spell it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The session that the current request was sent in, or empty if it was sent without one. */
    public static Optional<Session> current() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof Session session
                ? Optional.of(session)
                : Optional.empty();
    }

    /** The name that a request keeps its session under. */
    public static String attribute() {
        return ATTRIBUTE;
    }

    Session by(Actor actor) {
        return new Session(id, actor, openedWith, half, factorAt, deviceKey);
    }
}
