package org.linli.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.audit.Act;
import org.linli.calendar.Calendar;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Enters what the register holds, each thing after the one it rests on: a notice before a person, a
 * consent or a clause before a need.
 */
@Component
class Entries {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_CLAUSE = 100;
    private static final int LONGEST_NOTE = 500;

    private final HouseholdStore households;
    private final PersonStore persons;
    private final RecordStore records;
    private final Vaulted vaulted;
    private final Notes notes;
    private final Trace trace;
    private final Once once;
    private final Grid grid;
    private final Calendar calendar;
    private final Clock clock;

    Entries(
            HouseholdStore households,
            PersonStore persons,
            RecordStore records,
            Vaulted vaulted,
            Notes notes,
            Trace trace,
            Once once,
            Grid grid,
            Calendar calendar,
            Clock clock) {
        this.households = households;
        this.persons = persons;
        this.records = records;
        this.vaulted = vaulted;
        this.notes = notes;
        this.trace = trace;
        this.once = once;
        this.grid = grid;
        this.calendar = calendar;
        this.clock = clock;
    }

    record NewHousehold(
            UUID opId,
            String number,
            String gridCode,
            String address,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Integer persons) {}

    /**
     * @param manner {@code in_person}, {@code paper} or {@code digital}
     * @param givenAt null for now
     */
    record NewNotice(
            UUID opId, String version, String manner, String language, @Nullable Instant givenAt) {}

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

    /**
     * @param purpose {@code service} or {@code guardian}
     */
    record NewConsent(UUID opId, UUID noticeId, String purpose) {}

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

    /** A household as a look-up by its number or address shows it. */
    @Classified(FieldClass.C1)
    record ShownHousehold(
            UUID householdId,
            String number,
            String gridCode,
            String address,
            @Nullable Integer persons,
            List<Openings.ShownConsent> consents,
            List<Openings.ShownNotice> notices) {}

    @Classified(FieldClass.C1)
    record Entered(UUID id) {}

    /** Households of the actor's with exactly this number or address. */
    List<ShownHousehold> find(Actor actor, String key) {
        var scope = Policy.scope(actor, Action.REGISTER_WRITE);
        var found = households.byKey(Text.required("key", key, LONGEST_ADDRESS), scope, 20);
        found.forEach(household -> trace.shown(household, actor.id()));
        return found.stream().map(this::shown).toList();
    }

    Answer add(Actor actor, NewHousehold said) {
        if (!CODE.matcher(said.number()).matches()) {
            throw new InvalidValue("register/code", "number");
        }
        var cell =
                grid.division(said.gridCode())
                        .filter(division -> division.level().isCell())
                        .filter(division -> may(actor, division.path()))
                        .orElseThrow(() -> new InvalidValue("register/not-your-grid", "gridCode"));
        var household =
                new Household(
                        county(cell),
                        UUID.randomUUID(),
                        said.number(),
                        cell.code(),
                        cell.path(),
                        Text.required("address", said.address(), LONGEST_ADDRESS),
                        degrees("lon", said.lon(), said.lat(), 180),
                        degrees("lat", said.lat(), said.lon(), 90),
                        persons(said.persons()),
                        null);
        return once.create(
                actor.id(),
                said.opId(),
                said,
                () -> {
                    if (households.find(household.countyCode(), household.number()).isPresent()) {
                        throw new InvalidValue("register/number-taken", "number");
                    }
                    households.put(household, "");
                    trace.entered(household, actor.id(), "household");
                    return new Entered(household.id());
                });
    }

    Answer add(Actor actor, UUID householdId, NewNotice said) {
        var household = mine(actor, householdId);
        if (!CODE.matcher(said.version()).matches()) {
            throw new InvalidValue("register/code", "version");
        }
        if (!LANGUAGE.matcher(said.language()).matches()) {
            throw new InvalidValue("request/value", "language", said.language());
        }
        var now = clock.instant();
        var givenAt = said.givenAt() == null ? now : said.givenAt();
        if (givenAt.isAfter(now)) {
            throw new InvalidValue("register/not-yet", "givenAt");
        }
        var manner = Said.oneOf("manner", Notice.Manner.class, said.manner());
        var notice =
                new Notice(
                        UUID.randomUUID(),
                        said.version(),
                        manner,
                        said.language(),
                        givenAt,
                        actor.id());
        return once.create(
                actor.id(),
                said.opId(),
                List.of(householdId, said),
                () -> {
                    records.add(household, notice);
                    trace.entered(household, actor.id(), "notice");
                    return new Entered(notice.id());
                });
    }

    Answer add(Actor actor, UUID householdId, NewPerson said) {
        var household = mine(actor, householdId);
        requireNotice(household, said.noticeId());
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

    Answer add(Actor actor, UUID householdId, NewConsent said) {
        var household = mine(actor, householdId);
        requireNotice(household, said.noticeId());
        var consent =
                new Consent(
                        UUID.randomUUID(),
                        said.noticeId(),
                        Said.oneOf("purpose", Consent.Purpose.class, said.purpose()),
                        clock.instant(),
                        null);
        return once.create(
                actor.id(),
                said.opId(),
                List.of(householdId, said),
                () -> {
                    records.add(household, consent, actor.id());
                    trace.entered(household, actor.id(), "consent");
                    return new Entered(consent.id());
                });
    }

    /** Withdraws a consent; the needs that rest on it end with it. */
    Answer withdraw(Actor actor, UUID householdId, UUID consentId, UUID opId) {
        var household = mine(actor, householdId);
        return once.change(
                actor.id(),
                opId,
                List.of(householdId, consentId, "withdraw"),
                () -> {
                    if (!records.withdraw(
                            household.countyCode(), household.id(), consentId, clock.instant())) {
                        throw new NoSuchRecord();
                    }
                    trace.entered(household, actor.id(), "consent-withdrawn");
                    return new Entered(consentId);
                });
    }

    Answer add(Actor actor, UUID householdId, NewNeed said) {
        var household = mine(actor, householdId);
        requireNotice(household, said.noticeId());
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

    Answer endNeed(Actor actor, UUID householdId, UUID needId, UUID opId) {
        var household = mine(actor, householdId);
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

    private void store(Person person, Person.Indexes indexes) {
        try {
            persons.add(person, indexes);
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

    private Household mine(Actor actor, UUID id) {
        return households
                .find(id)
                .filter(household -> may(actor, household.path()))
                .orElseThrow(NoSuchHousehold::new);
    }

    private static boolean may(Actor actor, String path) {
        return Policy.decide(actor, Action.REGISTER_WRITE, Resource.at(path)) == Decision.ALLOWED;
    }

    private void requireNotice(Household household, UUID noticeId) {
        if (records.notices(household.countyCode(), household.id()).stream()
                .noneMatch(notice -> notice.id().equals(noticeId))) {
            throw new InvalidValue("register/no-notice", "noticeId");
        }
    }

    private void requireGuardian(
            Household household, Person.Values values, @Nullable UUID consentId) {
        var today = clock.instant().atZone(calendar.zone()).toLocalDate();
        var child =
                IdNumber.of(values.idNumber())
                        .filter(number -> number.needsGuardian(today))
                        .isPresent();
        if (consentId == null ? child : !stands(household, consentId, Consent.Purpose.GUARDIAN)) {
            throw new InvalidValue("register/guardian", "guardianConsentId");
        }
    }

    private void requireBasis(Household household, NewNeed said) {
        if ((said.clause() == null) == (said.consentId() == null)) {
            throw new InvalidValue("register/one-basis", "clause");
        }
        if (said.consentId() != null
                && !stands(household, said.consentId(), Consent.Purpose.SERVICE)) {
            throw new InvalidValue("register/no-consent", "consentId");
        }
    }

    private boolean stands(Household household, UUID consentId, Consent.Purpose purpose) {
        return records.consents(household.countyCode(), household.id()).stream()
                .anyMatch(consent ->
                        consent.id().equals(consentId)
                                && consent.purpose() == purpose
                                && consent.stands());
    }

    private static String kind(String said) {
        var kind = Text.required("kind", said, NeedKinds.LONGEST);
        if (!NeedKinds.isService(kind)) {
            throw new InvalidValue("register/not-a-service", "kind", kind);
        }
        return kind;
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

    private static @Nullable Integer persons(@Nullable Integer number) {
        if (number != null && (number < 0 || number > 999)) {
            throw new InvalidValue("request/out-of-range", "persons", 0, 999);
        }
        return number;
    }

    private static @Nullable Double degrees(
            String field, @Nullable Double value, @Nullable Double other, int most) {
        if (value == null && other != null) {
            throw InvalidValue.missing(field);
        }
        if (value != null && !(Math.abs(value) <= most)) {
            throw new InvalidValue("request/out-of-range", field, -most, most);
        }
        return value;
    }

    /** The district whose register a grid belongs to. */
    String county(Division cell) {
        return grid.way(cell.code()).stream()
                .filter(division -> division.level() == Level.DISTRICT)
                .map(Division::code)
                .findFirst()
                .orElseGet(() -> grid.installation().countyCode());
    }

    private ShownHousehold shown(Household household) {
        var county = household.countyCode();
        return new ShownHousehold(
                household.id(),
                household.number(),
                household.gridCode(),
                household.address(),
                household.persons(),
                records.consents(county, household.id()).stream().map(Openings::shown).toList(),
                records.notices(county, household.id()).stream().map(Openings::shown).toList());
    }
}
