package org.linli.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.access.Actor;
import org.linli.calendar.Calendar;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many people somebody may look at in a day. A good day's work stays below; an officer who
 * sells data by the hundred is noticed, and stopped, on the first day (SECURITY.md F9, P2).
 */
@Component
class Budget {

    /** Looked at so many times the budget, nobody looks further. */
    private static final int STOP = 3;

    private final DisclosureStore shown;
    private final AlertStore alerts;
    private final Lookers lookers;
    private final Calendar calendar;
    private final Clock clock;
    private final int aDay;

    Budget(
            DisclosureStore shown,
            AlertStore alerts,
            Lookers lookers,
            Calendar calendar,
            Clock clock,
            @Value("${linli.register.persons-a-day:40}") int aDay) {
        this.shown = shown;
        this.alerts = alerts;
        this.lookers = lookers;
        this.calendar = calendar;
        this.clock = clock;
        this.aDay = aDay;
    }

    /** What is left of the day: how many were looked at, and of how many. */
    @Classified(FieldClass.C1)
    record Left(int seen, int aDay, int stopsAt) {}

    Left left(Actor actor) {
        return left(shown.seen(actor.id(), today()));
    }

    /**
     * Takes these persons from the day's budget, inside the transaction that shows them. At the
     * budget the privacy officer is told.
     *
     * @return false if that would be far too many: nothing may be shown then
     */
    boolean take(Actor actor, List<UUID> persons) {
        shown.beAlone(actor.id());
        var seen = shown.seen(actor.id(), today());
        var more = persons.size() - shown.seenAmong(actor.id(), today(), persons);
        return count(actor, seen, more);
    }

    /**
     * Takes a question without an answer from the day's budget.
     *
     * @param key tells it from other questions, and nothing of what it asked for
     */
    boolean takeFruitless(Actor actor, byte[] key) {
        shown.beAlone(actor.id());
        var seen = shown.seen(actor.id(), today());
        var more = shown.askedBefore(actor.id(), today(), key) ? 0 : 1;
        if (!count(actor, seen, more)) {
            return false;
        }
        shown.addFruitless(actor.id(), clock.instant(), key);
        return true;
    }

    private boolean count(Actor actor, int seen, int more) {
        if (more > 0 && seen + more > aDay * STOP) {
            raise(Alert.Kind.STOPPED, actor, seen);
            return false;
        }
        if (seen + more > aDay) {
            raise(Alert.Kind.OVER_BUDGET, actor, seen + more);
        }
        return true;
    }

    private void raise(Alert.Kind kind, Actor actor, int persons) {
        var now = clock.instant();
        var day = now.atZone(calendar.zone()).toLocalDate();
        alerts.raise(
                lookers.path(actor),
                new Alert(
                        UUID.randomUUID(),
                        kind,
                        actor.id(),
                        actor.name(),
                        day,
                        persons,
                        now,
                        null,
                        ""));
    }

    private Left left(int seen) {
        return new Left(seen, aDay, aDay * STOP);
    }

    private Instant today() {
        var zone = calendar.zone();
        return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
