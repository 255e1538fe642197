package org.linli.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Clearance;
import org.linli.access.Decision;
import org.linli.access.NotPermitted;
import org.linli.access.Policy;
import org.linli.access.Purpose;
import org.linli.access.StepUp;
import org.linli.access.Told;
import org.linli.audit.Act;
import org.linli.calendar.Calendar;
import org.linli.calendar.TimeLimit;
import org.linli.cases.CaseRow;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.fields.Masked;
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

    private static final int SECONDS_ON_SCREEN = 60;

    private final OpeningStore store;
    private final PersonStore persons;
    private final HouseholdStore households;
    private final RecordStore records;
    private final DisclosureStore shown;
    private final Purposes purposes;
    private final Vaulted vaulted;
    private final Notes notes;
    private final Budget budget;
    private final Lookers lookers;
    private final Trace trace;
    private final StepUp stepUp;
    private final Once once;
    private final Calendar calendar;
    private final Grid grid;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Openings(
            OpeningStore store,
            PersonStore persons,
            HouseholdStore households,
            RecordStore records,
            DisclosureStore shown,
            Purposes purposes,
            Vaulted vaulted,
            Notes notes,
            Budget budget,
            Lookers lookers,
            Trace trace,
            StepUp stepUp,
            Once once,
            Calendar calendar,
            Grid grid,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.persons = persons;
        this.households = households;
        this.records = records;
        this.shown = shown;
        this.purposes = purposes;
        this.vaulted = vaulted;
        this.notes = notes;
        this.budget = budget;
        this.lookers = lookers;
        this.trace = trace;
        this.stepUp = stepUp;
        this.once = once;
        this.calendar = calendar;
        this.grid = grid;
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

    /** A need as a record shows it. */
    @Classified(FieldClass.C1)
    record ShownNeed(
            UUID needId,
            @Classified(FieldClass.C2) String kind,
            @Classified(FieldClass.C2) @Nullable String clause,
            @Nullable UUID consentId,
            LocalDate beginsOn,
            LocalDate endsOn,
            boolean hasNote) {}

    @Classified(FieldClass.C1)
    record ShownConsent(
            UUID consentId, String purpose, Instant givenAt, @Nullable Instant withdrawnAt) {}

    @Classified(FieldClass.C1)
    record ShownNotice(
            UUID noticeId,
            String version,
            String manner,
            String language,
            @Nullable Instant givenAt) {}

    /** A person's record, masked but for where they live. */
    @Classified(FieldClass.C1)
    record Record(
            UUID openingId,
            UUID personId,
            UUID householdId,
            String householdNumber,
            @Classified(FieldClass.C3) Masked name,
            @Classified(FieldClass.C3) Masked phone,
            @Classified(FieldClass.C3) Masked idNumber,
            @Classified(FieldClass.C2) String address,
            String gridCode,
            @Nullable String gridName,
            @Nullable String caseNo,
            @Nullable String reason,
            Instant until,
            List<ShownNeed> needs,
            List<ShownConsent> consents,
            List<ShownNotice> notices) {}

    /**
     * @param seconds for how long it should stay on the screen
     */
    @Classified(FieldClass.C1)
    record Clear(String field, @Classified(FieldClass.C3) String value, int seconds) {}

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

    /**
     * The record that an opening of the actor's still opens.
     *
     * @throws NoSuchOpening if there is none, or its time or its purpose is over
     */
    Told<Record> read(Actor actor, UUID openingId) {
        var opening = current(actor, openingId);
        var person = persons.find(opening.person()).orElseThrow(NoSuchOpening::new);
        var household = households.find(person.household()).orElseThrow();
        return transaction.execute(_ -> {
            disclose(actor, person, opening, Disclosure.Act.OPENED, null);
            trace.about(person, actor.id(), Act.PERSON_OPEN, opening.purpose());
            return clearance(actor, opening, Circumstances.USUAL)
                    .tell(record(opening, person, household));
        });
    }

    /**
     * One field of an open record in clear.
     *
     * @param field {@code name}, {@code phone}, {@code id_number}, or {@code note:} and the id of a
     *     need
     * @throws NotPermitted if the actor needs the work and not the people, or is a script
     */
    Told<Clear> unmask(Actor actor, UUID openingId, String field) {
        var opening = current(actor, openingId);
        var person = persons.find(opening.person()).orElseThrow(NoSuchOpening::new);
        var clearance = clearance(actor, opening, stepUp.require(actor));
        if (!clearance.covers(FieldClass.C3)) {
            throw new NotPermitted();
        }
        return transaction.execute(_ -> {
            var value = value(person, field);
            var kind = field.startsWith(Notes.FIELD) ? "note" : field;
            disclose(actor, person, opening, Disclosure.Act.UNMASKED, kind);
            trace.about(person, actor.id(), Act.FIELD_UNMASK, opening.purpose() + "." + kind);
            return clearance.tell(new Clear(field, value, SECONDS_ON_SCREEN));
        });
    }

    private String value(Person person, String field) {
        var values = vaulted.opened(person);
        return switch (field) {
            case "name" -> values.name();
            case "phone" -> values.phone();
            case "id_number" -> values.idNumber();
            default ->
                    notes.opened(person, field)
                            .orElseThrow(() -> new InvalidValue("request/value", "field", field));
        };
    }

    private Opening current(Actor actor, UUID openingId) {
        return store.find(openingId)
                .filter(opening -> opening.actor().equals(actor.id()))
                .filter(opening -> clock.instant().isBefore(opening.until()))
                .filter(opening ->
                        clearance(actor, opening, Circumstances.USUAL).covers(FieldClass.C1))
                .orElseThrow(NoSuchOpening::new);
    }

    /** As things stand now: posts end, cases are closed, and reasons are found wanting. */
    private Clearance clearance(Actor actor, Opening opening, Circumstances circumstances) {
        var row = purposes.goingOn(actor, opening.caseNo()).orElse(null);
        return Policy.clearance(
                actor,
                Action.REGISTER_OPEN,
                Purposes.at(opening.path(), row).with(FieldClass.C3),
                purpose(opening, row),
                circumstances);
    }

    private static Purpose purpose(Opening opening, @Nullable CaseRow row) {
        if (opening.caseNo() != null) {
            return row == null ? Purpose.NONE : Purpose.OPEN_TASK;
        }
        return Boolean.FALSE.equals(opening.justified()) ? Purpose.NONE : Purpose.STATED_REASON;
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

    private void disclose(
            Actor actor,
            Person person,
            Opening opening,
            Disclosure.Act act,
            @Nullable String field) {
        shown.add(
                person,
                new Disclosure(
                        UUID.randomUUID(),
                        clock.instant(),
                        actor.id(),
                        opening.unitName(),
                        act,
                        field,
                        opening.purpose(),
                        opening.caseNo()));
    }

    private Record record(Opening opening, Person person, Household household) {
        var values = vaulted.masked(person);
        var today = clock.instant().atZone(calendar.zone()).toLocalDate();
        var county = household.countyCode();
        return new Record(
                opening.id(),
                person.id(),
                household.id(),
                household.number(),
                values.name(),
                values.phone(),
                values.idNumber(),
                household.address(),
                household.gridCode(),
                grid.division(household.gridCode()).map(Division::name).orElse(null),
                opening.caseNo(),
                opening.reason(),
                opening.until(),
                records.needs(county, household.id()).stream()
                        .filter(need -> need.isCurrent(today))
                        .map(Openings::shown)
                        .toList(),
                records.consents(county, household.id()).stream().map(Openings::shown).toList(),
                records.notices(county, household.id()).stream().map(Openings::shown).toList());
    }

    static ShownNeed shown(ServiceNeed need) {
        return new ShownNeed(
                need.id(),
                need.kind(),
                need.clause(),
                need.consent(),
                need.beginsOn(),
                need.endsOn(),
                !need.note().isEmpty());
    }

    static ShownConsent shown(Consent consent) {
        return new ShownConsent(
                consent.id(),
                Said.code(consent.purpose()),
                consent.givenAt(),
                consent.withdrawnAt());
    }

    static ShownNotice shown(Notice notice) {
        return new ShownNotice(
                notice.id(),
                notice.version(),
                Said.code(notice.manner()),
                notice.language(),
                notice.givenAt());
    }

    /** Whether they could, for the case or else for a reason that they have yet to give. */
    private static boolean mayOpen(Actor actor, Person person, @Nullable CaseRow row) {
        var purpose = row == null ? Purpose.STATED_REASON : Purpose.OPEN_TASK;
        var there = Purposes.at(person.path(), row);
        return Policy.decide(actor, Action.REGISTER_OPEN, there, purpose, Circumstances.USUAL)
                == Decision.ALLOWED;
    }
}
