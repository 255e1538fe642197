package org.linli.access;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Takes it that whoever signed in a moment ago is still there. Nothing but a person signs in. */
@Component
class FreshSession implements StepUp {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SignInStore sessions;
    private final Clock clock;

    FreshSession(SignInStore sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void require(Actor actor) {
        if (!sessions.openedSince(actor.id(), clock.instant().minus(FRESH))) {
            throw new StepUpNeeded();
        }
    }
}
