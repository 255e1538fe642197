package org.linli.register;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.audit.Act;
import org.linli.calendar.Calendar;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Enters people, once their household has been given the notice, and sealed from then on. */
@Component
class Persons {

    private static final int LONGEST_NAME = 50;

    private final Households households;
    private final Agreements agreements;
    private final PersonStore store;
    private final Vaulted vaulted;
    private final Trace trace;
    private final Once once;
    private final Calendar calendar;
    private final Clock clock;

    Persons(
            Households households,
            Agreements agreements,
            PersonStore store,
            Vaulted vaulted,
            Trace trace,
            Once once,
            Calendar calendar,
            Clock clock) {
        this.households = households;
        this.agreements = agreements;
        this.store = store;
        this.vaulted = vaulted;
        this.trace = trace;
        this.once = once;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param guardianConsentId for whoever is under 14
     */
    record NewPerson(
            UUID opId,
            UUID noticeId,
            String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable UUID guardianConsentId) {}

    Answer add(Actor actor, UUID householdId, NewPerson said) {
        var household = households.own(actor, householdId);
        agreements.requireNotice(household, said.noticeId());
        var values =
                new Person.Values(
                        Text.required("name", said.name(), LONGEST_NAME),
                        phone(said.phone()),
                        idNumber(said.idNumber()));
        requireGuardian(household, values, said.guardianConsentId());
        var person =
                vaulted.sealed(
                        new Person(
                                household.countyCode(),
                                UUID.randomUUID(),
                                household.id(),
                                household.path(),
                                said.noticeId(),
                                said.guardianConsentId(),
                                "",
                                "",
                                "",
                                "",
                                clock.instant(),
                                actor.id()),
                        values);
        return once.create(
                actor.id(),
                said.opId(),
                List.of(householdId, hidden(said)),
                () -> {
                    store(person, vaulted.indexes(household.gridCode(), values));
                    trace.about(person, actor.id(), Act.REGISTER_WRITE, "person");
                    return new Entered(person.id());
                });
    }

    private void store(Person person, Person.Indexes indexes) {
        try {
            store.add(person, indexes);
        } catch (DuplicateKeyException taken) {
            throw new InvalidValue("register/id-number-taken", "idNumber");
        }
    }

    /** The operation remembers a hash of what was said; it must not be one of an ID number. */
    private NewPerson hidden(NewPerson said) {
        return new NewPerson(
                said.opId(),
                said.noticeId(),
                keyed(said.name()),
                said.phone() == null ? null : keyed(said.phone()),
                said.idNumber() == null ? null : keyed(said.idNumber()),
                said.guardianConsentId());
    }

    private String keyed(String value) {
        return HexFormat.of().formatHex(vaulted.operationIndex(value));
    }

    private void requireGuardian(
            Household household, Person.Values values, @Nullable UUID consentId) {
        var today = clock.instant().atZone(calendar.zone()).toLocalDate();
        var child =
                IdNumber.of(values.idNumber())
                        .filter(number -> number.needsGuardian(today))
                        .isPresent();
        if (consentId == null
                ? child
                : !agreements.stands(household, consentId, Consent.Purpose.GUARDIAN)) {
            throw new InvalidValue("register/guardian", "guardianConsentId");
        }
    }

    private static String phone(@Nullable String said) {
        return said == null || said.isBlank()
                ? ""
                : Phone.of(said)
                        .map(Phone::text)
                        .orElseThrow(() -> new InvalidValue("register/phone", "phone"));
    }

    private static String idNumber(@Nullable String said) {
        return said == null || said.isBlank()
                ? ""
                : IdNumber.of(said)
                        .map(IdNumber::text)
                        .orElseThrow(() -> new InvalidValue("register/id-number", "idNumber"));
    }
}
