package org.linli.register;

import java.time.Clock;
import java.util.UUID;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;

/**
 * Writes into the trail what is done here, in the transaction that does it. A person's id is made
 * at random and says nothing by itself: it is their pseudonym.
 */
@Component
class Trace {

    private final AuditTrail trail;
    private final Clock clock;

    Trace(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Something was done about a person. */
    void about(Person person, String actor, Act act, String purpose) {
        trail.record(
                event(actor, act, Thing.PERSON, person.id().toString())
                        .about(person.id().toString())
                        .purpose(purpose));
    }

    /** Something was entered about a household. */
    void entered(Household household, String actor, String what) {
        trail.record(
                event(actor, Act.REGISTER_WRITE, Thing.HOUSEHOLD, household.id().toString())
                        .purpose(what));
    }

    /** A household was found by its number or address. */
    void shown(Household household, String actor) {
        trail.note(
                event(actor, Act.PERSON_LOOK_UP, Thing.HOUSEHOLD, household.id().toString())
                        .purpose("entry"));
    }

    /** Something was done that is about nobody in particular. */
    void done(String actor, Act act, UUID object) {
        trail.record(event(actor, act, Thing.PERSON, object.toString()));
    }

    /** A look-up was refused. */
    void stopped(String actor) {
        trail.record(event(actor, Act.LOOK_UP_STOP, Thing.PERSON, "").refused());
    }

    private AuditEvent event(String actor, Act act, Thing thing, String object) {
        return AuditEvent.of(clock.instant(), actor, act, thing, object);
    }
}
