package org.linli.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Clearance;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.access.SecretShownOnce;
import org.linli.access.Told;
import org.linli.audit.Act;
import org.linli.calendar.Calendar;
import org.linli.calendar.TimeLimit;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.fields.Masked;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A resident's own page: what is kept of them, and everybody who was shown any of it. A clerk who
 * has seen their ID gives them a code that opens it (SECURITY.md §4.9).
 */
@Component
class Residents {

    private static final Duration CODE_WAITS = Duration.ofMinutes(30);
    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final Duration OPEN = Duration.ofHours(1);
    private static final TimeLimit ANSWERED_WITHIN = new TimeLimit(15, TimeLimit.Kind.WORKING_DAYS);

    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");
    private static final int DIGITS = 12;
    private static final int SECRET_BYTES = 20;
    private static final int LINES = 200;
    private static final int LONGEST_TEXT = 1_000;

    private final ResidentStore store;
    private final PersonStore persons;
    private final HouseholdStore households;
    private final RecordStore records;
    private final DisclosureStore shown;
    private final ComplaintStore complaints;
    private final Vaulted vaulted;
    private final Lookers lookers;
    private final Trace trace;
    private final Once once;
    private final Calendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Residents(
            ResidentStore store,
            PersonStore persons,
            HouseholdStore households,
            RecordStore records,
            DisclosureStore shown,
            ComplaintStore complaints,
            Vaulted vaulted,
            Lookers lookers,
            Trace trace,
            Once once,
            Calendar calendar,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.persons = persons;
        this.households = households;
        this.records = records;
        this.shown = shown;
        this.complaints = complaints;
        this.vaulted = vaulted;
        this.lookers = lookers;
        this.trace = trace;
        this.once = once;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param idSeen that the clerk has seen the ID of who stands before them
     */
    record CodeWanted(UUID opId, UUID personId, boolean idSeen) {}

    @Classified(FieldClass.C1)
    record IssuedCode(String code, Instant expiresAt) {}

    record OpenedPage(String secret, Instant expiresAt) {}

    /**
     * One look at one's data.
     *
     * @param complaintNumber names who looked, without their name
     * @param complaint null unless one asked about it
     */
    @Classified(FieldClass.C2)
    record Line(
            UUID lineId,
            Instant at,
            String act,
            @Nullable String field,
            String unitName,
            String purpose,
            @Nullable String caseNo,
            String complaintNumber,
            @Nullable Asked complaint) {}

    /**
     * @param answeredAt null until it is answered
     */
    @Classified(FieldClass.C2)
    record Asked(Instant filedAt, Instant dueAt, @Nullable Instant answeredAt, String answer) {}

    /** What is kept of a person, and who looked. */
    @Classified(FieldClass.C2)
    record OwnPage(
            @Classified(FieldClass.C3) Masked name,
            @Classified(FieldClass.C3) Masked phone,
            @Classified(FieldClass.C3) Masked idNumber,
            String address,
            List<ShownNotice> notices,
            List<ShownConsent> consents,
            List<ShownNeed> needs,
            List<Line> lines) {}

    record NewComplaint(UUID opId, UUID lineId, @Nullable String text) {}

    @Classified(FieldClass.C1)
    record Filed(UUID complaintId, Instant dueAt) {}

    /**
     * A code that opens the page of who stands at the counter.
     *
     * @throws SecretShownOnce if it was issued by this operation before
     */
    IssuedCode issue(Actor actor, CodeWanted wanted) {
        if (!wanted.idSeen()) {
            throw new InvalidValue("register/id-not-seen", "idSeen");
        }
        var person =
                persons.find(wanted.personId())
                        .filter(one -> mayIssue(actor, one.path()))
                        .orElseThrow(NoSuchPerson::new);
        var issued = new AtomicReference<IssuedCode>();
        once.create(
                actor.id(),
                wanted.opId(),
                wanted,
                () -> {
                    issued.set(issued(actor, person));
                    return List.of();
                });
        var code = issued.get();
        if (code == null) {
            throw new SecretShownOnce(wanted.opId());
        }
        return code;
    }

    /**
     * Uses a code up and opens the page.
     *
     * @throws ResidentCodeNotUsable if it was never issued, was used before, or has expired
     */
    OpenedPage open(String typed) {
        var code = NOT_A_DIGIT.matcher(typed).replaceAll("");
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var now = clock.instant();
        return transaction.execute(_ -> {
            var person = store.use(hash(code), now).orElseThrow(ResidentCodeNotUsable::new);
            store.open(hash(text), person, now, now.plus(OPEN));
            return new OpenedPage(text, now.plus(OPEN));
        });
    }

    void close(String secret) {
        store.end(hash(secret));
    }

    /**
     * @throws PageClosed if the session has ended
     */
    Told<OwnPage> page(String secret) {
        return transaction.execute(_ -> {
            var person = resident(secret);
            trace.about(person, name(person), Act.RESIDENT_READ, "own");
            return Clearance.OF_ONESELF.tell(page(person));
        });
    }

    /** Asks why somebody looked; the privacy officer answers within three weeks. */
    Answer complain(String secret, NewComplaint said) {
        var person = resident(secret);
        var text = Text.optional("text", said.text(), LONGEST_TEXT);
        if (shown.find(person.countyCode(), person.id(), said.lineId()).isEmpty()) {
            throw new NoSuchRecord();
        }
        return once.create(name(person), said.opId(), said, () -> filed(person, said, text));
    }

    /** Takes back a need of one's own: nobody has to be helped. */
    Answer endNeed(String secret, UUID needId, UUID opId) {
        var person = resident(secret);
        return once.change(
                name(person),
                opId,
                List.of("end-need", needId),
                () -> {
                    if (!records.endNeed(
                            person.countyCode(), person.household(), needId, clock.instant())) {
                        throw new NoSuchRecord();
                    }
                    trace.about(person, name(person), Act.REGISTER_WRITE, "need-ended");
                    return new Entered(needId);
                });
    }

    private IssuedCode issued(Actor actor, Person person) {
        var now = clock.instant();
        var code =
                random.ints(DIGITS, 0, 10)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining());
        var expires = now.plus(CODE_WAITS);
        store.issue(hash(code), person, actor.id(), now, expires);
        shown.add(
                person,
                new Disclosure(
                        UUID.randomUUID(),
                        now,
                        actor.id(),
                        lookers.office(actor),
                        Disclosure.Act.CODE_ISSUED,
                        null,
                        "counter",
                        null));
        trace.about(person, actor.id(), Act.RESIDENT_CODE_ISSUE, "counter");
        return new IssuedCode(code.replaceAll("(\\d{4})(?=\\d)", "$1-"), expires);
    }

    private Filed filed(Person person, NewComplaint said, String text) {
        var now = clock.instant();
        var due = calendar.due(now, ANSWERED_WITHIN).at();
        var id = UUID.randomUUID();
        try {
            complaints.file(person, id, said.lineId(), text, now, due);
        } catch (DuplicateKeyException again) {
            throw new SettledBefore();
        }
        trace.about(person, name(person), Act.COMPLAINT_FILE, "own");
        return new Filed(id, due);
    }

    private Person resident(String secret) {
        var now = clock.instant();
        return store.seen(hash(secret), now, now.minus(IDLE))
                .flatMap(persons::find)
                .orElseThrow(PageClosed::new);
    }

    private OwnPage page(Person person) {
        var masked = vaulted.masked(person);
        var household = households.find(person.household()).orElseThrow();
        var county = person.countyCode();
        var today = clock.instant().atZone(calendar.zone()).toLocalDate();
        var asked =
                complaints.of(person).stream()
                        .collect(
                                Collectors.toMap(
                                        ComplaintStore.Complaint::disclosure, Function.identity()));
        return new OwnPage(
                masked.name(),
                masked.phone(),
                masked.idNumber(),
                household.address(),
                records.notices(county, household.id()).stream().map(ShownNotice::of).toList(),
                records.consents(county, household.id()).stream().map(ShownConsent::of).toList(),
                records.needs(county, household.id()).stream()
                        .filter(need -> need.isCurrent(today))
                        .map(ShownNeed::of)
                        .toList(),
                shown.of(county, person.id(), LINES).stream()
                        .map(one -> line(one, asked.get(one.id())))
                        .toList());
    }

    private Line line(Disclosure one, ComplaintStore.@Nullable Complaint asked) {
        return new Line(
                one.id(),
                one.at(),
                Said.code(one.act()),
                one.field(),
                one.unitName(),
                one.purpose(),
                one.caseNo(),
                vaulted.complaintNumber(one.actor()),
                asked == null
                        ? null
                        : new Asked(
                                asked.filedAt(),
                                asked.dueAt(),
                                asked.answeredAt(),
                                asked.answer()));
    }

    /** A resident as a caller: their pseudonym. */
    private static String name(Person person) {
        return "resident:" + person.id();
    }

    private static boolean mayIssue(Actor actor, String path) {
        return Policy.decide(actor, Action.RESIDENT_CODE_ISSUE, Resource.at(path))
                == Decision.ALLOWED;
    }

    /** SHA-256: whoever could try all codes against it has half an hour for it. */
    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
