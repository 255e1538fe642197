package org.linli.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.calendar.Calendar;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;

/**
 * Help that a household is offered for a time, because a clause says so or the household agreed.
 */
@Component
class Needs {

    private static final int LONGEST_CLAUSE = 100;
    private static final int LONGEST_NOTE = 500;

    private final Households households;
    private final Agreements agreements;
    private final RecordStore records;
    private final Notes notes;
    private final Trace trace;
    private final Once once;
    private final Calendar calendar;
    private final Clock clock;

    Needs(
            Households households,
            Agreements agreements,
            RecordStore records,
            Notes notes,
            Trace trace,
            Once once,
            Calendar calendar,
            Clock clock) {
        this.households = households;
        this.agreements = agreements;
        this.records = records;
        this.notes = notes;
        this.trace = trace;
        this.once = once;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param clause the clause it is known by, or else
     * @param consentId the consent
     */
    record NewNeed(
            UUID opId,
            String kind,
            @Nullable String clause,
            @Nullable UUID consentId,
            UUID noticeId,
            LocalDate endsOn,
            @Nullable String note) {}

    Answer add(Actor actor, UUID householdId, NewNeed said) {
        var household = households.own(actor, householdId);
        agreements.requireNotice(household, said.noticeId());
        requireBasis(household, said);
        var today = clock.instant().atZone(calendar.zone()).toLocalDate();
        if (said.endsOn().isBefore(today)
                || said.endsOn().isAfter(today.plusMonths(ServiceNeed.MONTHS))) {
            throw new InvalidValue("register/need-end", "endsOn", ServiceNeed.MONTHS);
        }
        var kind = kind(said.kind());
        var id = UUID.randomUUID();
        var note =
                notes.sealed(
                        household.countyCode(),
                        id,
                        Text.optional("note", said.note(), LONGEST_NOTE));
        var clause = said.clause();
        var need =
                new ServiceNeed(
                        id,
                        household.id(),
                        kind,
                        clause == null ? null : Text.required("clause", clause, LONGEST_CLAUSE),
                        said.consentId(),
                        said.noticeId(),
                        today,
                        said.endsOn(),
                        null,
                        note.keyId(),
                        note.text());
        return once.create(
                actor.id(),
                said.opId(),
                List.of(householdId, said),
                () -> {
                    records.add(household, need, actor.id());
                    trace.entered(household, actor.id(), "need");
                    return new Entered(need.id());
                });
    }

    Answer end(Actor actor, UUID householdId, UUID needId, UUID opId) {
        var household = households.own(actor, householdId);
        return once.change(
                actor.id(),
                opId,
                List.of(householdId, needId, "end"),
                () -> {
                    if (!records.endNeed(
                            household.countyCode(), household.id(), needId, clock.instant())) {
                        throw new NoSuchRecord();
                    }
                    trace.entered(household, actor.id(), "need-ended");
                    return new Entered(needId);
                });
    }

    private void requireBasis(Household household, NewNeed said) {
        if ((said.clause() == null) == (said.consentId() == null)) {
            throw new InvalidValue("register/one-basis", "clause");
        }
        if (said.consentId() != null
                && !agreements.stands(household, said.consentId(), Consent.Purpose.SERVICE)) {
            throw new InvalidValue("register/no-consent", "consentId");
        }
    }

    private static String kind(String said) {
        var kind = Text.required("kind", said, NeedKinds.LONGEST);
        if (!NeedKinds.isService(kind)) {
            throw new InvalidValue("register/not-a-service", "kind", kind);
        }
        return kind;
    }
}
