package org.linli.access;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Before what would hurt most in the wrong hands (giving rights, exporting, unmasking), makes sure
 * that the person is still there: a strong factor must have been shown within the last five minutes
 * (SECURITY §4.1). Service tokens pass, because a script has nobody to ask.
 */
@Component
public class StepUp {

    /** For how long a factor that was shown counts. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private final Factors factors;
    private final Clock clock;
    private final boolean demo;

    StepUp(Factors factors, Clock clock, @Value("${linli.demo:false}") boolean demo) {
        this.factors = factors;
        this.clock = clock;
        this.demo = demo;
    }

    /**
     * Lets the actor of the current request go on if they have shown a factor lately.
     *
     * @return what that proves: of a script, nothing
     * @throws FactorNeeded if they have to show one first
     */
    public Circumstances require(Actor actor) {
        if (actor.isToken()) {
            return Circumstances.USUAL;
        }
        var session =
                Session.current()
                        .filter(one -> one.actor().id().equals(actor.id()))
                        .orElseThrow(NotSignedIn::anonymous);
        if (!isFresh(session)) {
            throw FactorNeeded.outOf(factors.held(actor.id()).ways());
        }
        return Circumstances.JUST_PROVEN;
    }

    /** Whether a factor was shown in the session within {@link #FRESH}. */
    public boolean isFresh(Session session) {
        var shown = session.factorAt();
        return shown != null && clock.instant().isBefore(shown.plus(FRESH)) || isThrowAway(session);
    }

    /** Accounts of the demo that set up nothing: the link they came by stays good. */
    private boolean isThrowAway(Session session) {
        return demo
                && session.openedWith() == Session.OpenedWith.LINK
                && !session.half()
                && !factors.held(session.actor().id()).any();
    }
}
