package org.linli.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Purpose;
import org.linli.audit.Act;
import org.linli.calendar.Calendar;
import org.linli.calendar.TimeLimit;
import org.linli.cases.CaseRow;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a person's record for a purpose and a time. An open case of one's own at their door is
 * purpose enough; otherwise one writes a reason, which somebody else judges (SECURITY.md P1).
 */
@Component
class Openings {

    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final TimeLimit REVIEWED_WITHIN = new TimeLimit(3, TimeLimit.Kind.WORKING_DAYS);
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    /** So that nobody can pass by holding down a key. */
    private static final int LETTERS_IN_A_REASON = 4;

    private static final int CASES_LOOKED_THROUGH = 20;

    private final OpeningStore store;
    private final PersonStore persons;
    private final HouseholdStore households;
    private final Purposes purposes;
    private final Budget budget;
    private final Lookers lookers;
    private final Trace trace;
    private final Once once;
    private final Calendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Openings(
            OpeningStore store,
            PersonStore persons,
            HouseholdStore households,
            Purposes purposes,
            Budget budget,
            Lookers lookers,
            Trace trace,
            Once once,
            Calendar calendar,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.persons = persons;
        this.households = households;
        this.purposes = purposes;
        this.budget = budget;
        this.lookers = lookers;
        this.trace = trace;
        this.once = once;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What somebody wants to open, and what for: a case, a reason, or nothing where a case of
     * theirs at that door will do.
     */
    record Wanted(UUID opId, UUID personId, @Nullable String caseNo, @Nullable String reason) {}

    /**
     * @param reviewDue until when somebody else judges the reason; null where a case is the purpose
     */
    @Classified(FieldClass.C1)
    record Opened(
            UUID openingId,
            UUID personId,
            String purpose,
            @Nullable String caseNo,
            Instant until,
            @Nullable Instant reviewDue) {}

    /**
     * Opens a record, once.
     *
     * @throws NoSuchPerson if there is none, or none that the actor may see
     * @throws LookUpsStopped if the actor has looked at far too many today
     */
    Answer open(Actor actor, Wanted wanted) {
        var person = persons.find(wanted.personId()).orElseThrow(NoSuchPerson::new);
        var household = households.find(person.household()).orElseThrow();
        var own = ownCase(actor, household, wanted.caseNo());
        if (!mayOpen(actor, person, own.orElse(null))) {
            throw new NoSuchPerson();
        }
        var caseNo = purposeCase(actor, household, wanted, own);
        var reason = caseNo == null ? reason(wanted.reason()) : null;
        if (!withinBudget(actor, person)) {
            throw new LookUpsStopped();
        }
        return once.create(
                actor.id(), wanted.opId(), wanted, () -> opened(actor, person, caseNo, reason));
    }

    private Opened opened(
            Actor actor, Person person, @Nullable String caseNo, @Nullable String reason) {
        var now = clock.instant();
        var opening =
                new Opening(
                        UUID.randomUUID(),
                        person.id(),
                        person.path(),
                        actor.id(),
                        actor.name(),
                        lookers.office(actor),
                        caseNo,
                        reason,
                        now,
                        now.plus(WINDOW),
                        reason == null ? null : calendar.due(now, REVIEWED_WITHIN).at(),
                        null,
                        null,
                        "");
        store.add(person.countyCode(), opening);
        trace.about(person, actor.id(), Act.PERSON_OPEN, opening.purpose());
        return new Opened(
                opening.id(),
                person.id(),
                opening.purpose(),
                caseNo,
                opening.until(),
                opening.reviewDue());
    }

    private Optional<CaseRow> ownCase(Actor actor, Household household, @Nullable String caseNo) {
        return purposes.own(actor, caseNo).filter(row -> Purposes.isAt(row, household));
    }

    /** The case that is the purpose; null where a reason must be. */
    private @Nullable String purposeCase(
            Actor actor, Household household, Wanted wanted, Optional<CaseRow> own) {
        if (wanted.caseNo() != null) {
            return own.orElseThrow(() -> new InvalidValue("register/not-your-case", "caseNo"))
                    .caseNo();
        }
        if (wanted.reason() != null) {
            return null;
        }
        return store.openCases(household, CASES_LOOKED_THROUGH).stream()
                .flatMap(caseNo -> ownCase(actor, household, caseNo).stream())
                .map(CaseRow::caseNo)
                .findFirst()
                .orElse(null);
    }

    private static String reason(@Nullable String said) {
        var reason = Text.required("reason", said, LONGEST_REASON);
        if (reason.codePointCount(0, reason.length()) < SHORTEST_REASON
                || reason.codePoints().filter(Character::isLetterOrDigit).distinct().count()
                        < LETTERS_IN_A_REASON) {
            throw new InvalidValue("register/reason", "reason", SHORTEST_REASON);
        }
        return reason;
    }

    private boolean withinBudget(Actor actor, Person person) {
        return transaction.execute(_ -> {
            var allowed = budget.take(actor, List.of(person.id()));
            if (!allowed) {
                trace.stopped(actor.id());
            }
            return allowed;
        });
    }

    /** Whether they could, for the case or else for a reason that they have yet to give. */
    private static boolean mayOpen(Actor actor, Person person, @Nullable CaseRow row) {
        var purpose = row == null ? Purpose.STATED_REASON : Purpose.OPEN_TASK;
        var there = Purposes.at(person.path(), row);
        return Policy.decide(actor, Action.REGISTER_OPEN, there, purpose, Circumstances.USUAL)
                == Decision.ALLOWED;
    }
}
