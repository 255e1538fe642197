package org.linli.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.linli.access.Actor;
import org.springframework.stereotype.Component;

/** Puts into words of the log what somebody has done with a case. */
@Component
class CaseEvents {

    private final CaseEventStore told;
    private final CaseIds ids;
    private final Clock clock;

    CaseEvents(CaseEventStore told, CaseIds ids, Clock clock) {
        this.told = told;
        this.ids = ids;
        this.clock = clock;
    }

    /** As exact as it is stored, so that an answer says what will be read again. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** When a step was taken that is told now: not before what is told of its case already. */
    Instant takenAt(StepRequest request, CaseKey key, Instant now) {
        return request.at(() -> told.lastToldAt(key), now);
    }

    /**
     * @param file the case as the step left it
     * @param at when it was done
     * @param now when it is told
     */
    CaseEvent of(
            Actor actor,
            String role,
            CaseFile file,
            String step,
            Instant at,
            Instant now,
            Said said) {
        return new CaseEvent(
                ids.next(),
                file.version(),
                step,
                file.state().code(),
                at,
                now,
                actor.id(),
                actor.name(),
                role,
                file.unitCode(),
                said.note(),
                said.carried());
    }
}
