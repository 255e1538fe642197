package org.linli.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Clearance;
import org.linli.access.NotPermitted;
import org.linli.access.Policy;
import org.linli.access.Purpose;
import org.linli.access.StepUp;
import org.linli.access.Told;
import org.linli.audit.Act;
import org.linli.calendar.Calendar;
import org.linli.cases.CaseRow;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.fields.Masked;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People's records for as long as they are open to somebody, masked but for one field at a time.
 * Whoever they tell of can read who looked and at what.
 */
@Component
class OpenRecords {

    private static final int SECONDS_ON_SCREEN = 60;

    private final OpeningStore store;
    private final PersonStore persons;
    private final HouseholdStore households;
    private final RecordStore records;
    private final DisclosureStore disclosures;
    private final Purposes purposes;
    private final Vaulted vaulted;
    private final Notes notes;
    private final Trace trace;
    private final StepUp stepUp;
    private final Calendar calendar;
    private final Grid grid;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OpenRecords(
            OpeningStore store,
            PersonStore persons,
            HouseholdStore households,
            RecordStore records,
            DisclosureStore disclosures,
            Purposes purposes,
            Vaulted vaulted,
            Notes notes,
            Trace trace,
            StepUp stepUp,
            Calendar calendar,
            Grid grid,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.persons = persons;
        this.households = households;
        this.records = records;
        this.disclosures = disclosures;
        this.purposes = purposes;
        this.vaulted = vaulted;
        this.notes = notes;
        this.trace = trace;
        this.stepUp = stepUp;
        this.calendar = calendar;
        this.grid = grid;
        this.clock = clock;
        this.transaction = transaction;
    }

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

    private void disclose(
            Actor actor,
            Person person,
            Opening opening,
            Disclosure.Act act,
            @Nullable String field) {
        disclosures.add(
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
                        .map(ShownNeed::of)
                        .toList(),
                records.consents(county, household.id()).stream().map(ShownConsent::of).toList(),
                records.notices(county, household.id()).stream().map(ShownNotice::of).toList());
    }
}
