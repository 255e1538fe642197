package org.linli.cases;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Post;
import org.linli.access.Resource;
import org.linli.calendar.Calendar;
import org.linli.cases.CaseFile.Counts;
import org.linli.cases.CaseFile.Feedback;
import org.linli.cases.CaseFile.Report;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseState.Reported;
import org.linli.cases.CaseStep.Help;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.SelfHandle;
import org.linli.catalogue.Flow;
import org.linli.evidence.Evidence;
import org.linli.evidence.Holder;
import org.linli.grid.Level;
import org.linli.platform.geo.Position;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Claim;
import org.linli.platform.operation.Operation;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.rules.DistrictRules;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door of the cases: report one, take a step with it, follow it. */
@Service
public class Cases {

    /** What a reporter may do by their tracking code alone. */
    static final Set<Kind> BY_CODE = Set.of(Kind.RATE, Kind.REOPEN, Kind.CONFIRM);

    /** What is entered later than this is marked as late. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Set<Kind> DECIDING = Set.of(Kind.APPROVE, Kind.DECLINE);

    private final CaseStore store;
    private final CaseQueries queries;
    private final CaseIds ids;
    private final Filings filings;
    private final Limits limits;
    private final Contacts contacts;
    private final Evidence evidence;
    private final Operations operations;
    private final CaseViews views;
    private final Sampling sampling;
    private final GridDoor door;
    private final Calendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Cases(
            CaseStore store,
            CaseQueries queries,
            CaseIds ids,
            Filings filings,
            Limits limits,
            Contacts contacts,
            Evidence evidence,
            Operations operations,
            CaseViews views,
            Sampling sampling,
            GridDoor door,
            Calendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.ids = ids;
        this.filings = filings;
        this.limits = limits;
        this.contacts = contacts;
        this.evidence = evidence;
        this.operations = operations;
        this.views = views;
        this.sampling = sampling;
        this.door = door;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores what somebody reports, once, and answers with the receipt. Where the reporter has
     * solved it already, the same act files and closes it.
     *
     * @param report made here, because what was taken in once is answered the same, even if it
     *     would be refused by now
     * @throws NotYourStep if the reporter may not solve it themselves
     * @throws AlreadyReported if the sending system handed the same thing over before
     */
    public Answer report(Actor actor, Supplier<NewReport> report, Operation operation) {
        return beyond(
                actor,
                () ->
                        operations.onceOptimistically(
                                operation, () -> added(actor, report.get(), operation)));
    }

    /**
     * Takes a step with a case, once, and answers with the case as it is then.
     *
     * @throws CaseNotFound if there is no such case, or none the actor may see
     * @throws NotYourStep if the step is for somebody else to take
     * @throws StepNotAllowed if it cannot be taken from where the case stands
     * @throws StaleVersion if the case has moved since the actor saw it
     */
    public Answer take(Actor actor, String caseNo, StepRequest request, Operation operation) {
        return operations.onceOptimistically(
                operation,
                () -> {
                    var file = visible(actor, caseNo);
                    request.requireVersion(file);
                    return moved(actor, file, request, operation);
                });
    }

    /**
     * Takes a step the reporter may take by their tracking code, once, and answers with the case as
     * they see it.
     *
     * @throws CaseNotFound if the code opens no case
     */
    public Answer takeTracked(String code, StepRequest request, Operation operation) {
        return beyond(
                Actor.ANONYMOUS,
                () ->
                        operations.onceOptimistically(
                                operation, () -> movedByCode(code, request, operation)));
    }

    private Answer movedByCode(String code, StepRequest request, Operation operation) {
        var file = tracked(code);
        if (!BY_CODE.contains(request.kind())) {
            throw new NotYourStep(request.kind());
        }
        return stored(Actor.ANONYMOUS, "resident", file, request, operation, code);
    }

    /**
     * A case with everything its reader may know.
     *
     * @throws CaseNotFound if there is no such case, or none the actor may see
     */
    public CaseDetail see(Actor actor, String caseNo) {
        return views.detail(actor, visible(actor, caseNo));
    }

    /**
     * A case as its reporter sees it.
     *
     * @throws CaseNotFound if the code opens no case
     */
    public TrackedCase track(String code) {
        return beyond(Actor.ANONYMOUS, () -> views.tracked(tracked(code)));
    }

    /** Cases of a matter around a position: those still open, and those closed since. */
    public List<SimilarCase> similar(
            Position position, String matter, int radiusMetres, Instant closedSince) {
        return queries.similar(position, matter, radiusMetres, closedSince);
    }

    /** The case a tracking code opens, as the holder of its photos. */
    public Holder trackedHolder(String code) {
        return beyond(Actor.ANONYMOUS, () -> holder(tracked(code)));
    }

    /** Residents reach no case: what they may do by a report or a code is done for them. */
    private static <T> T beyond(Actor actor, Supplier<T> work) {
        return actor.isAnonymous() ? AccessContext.asSystem("resident", work) : work.get();
    }

    private CaseFile tracked(String code) {
        return TrackingCode.read(code)
                .flatMap(store::tracked)
                .orElseThrow(() -> new CaseNotFound(code));
    }

    private CaseFile visible(Actor actor, String caseNo) {
        return store.find(caseNo)
                .filter(file -> mayRead(actor, file))
                .orElseThrow(() -> new CaseNotFound(caseNo));
    }

    /** What the steps of an actor on a case may refer to. */
    private final class Referred implements StepRequest.Lookup {

        private final Actor actor;
        private final CaseFile file;
        private final Instant at;
        private final Instant now;

        Referred(Actor actor, CaseFile file, Instant at, Instant now) {
            this.actor = actor;
            this.file = file;
            this.at = at;
            this.now = now;
        }

        @Override
        public Filing filing(String matterCode, @Nullable Integer conditionNo) {
            return filings.of(file, matterCode, conditionNo, at);
        }

        @Override
        public Filing helped(@Nullable String matterCode, @Nullable Integer conditionNo) {
            return filings.helped(file, matterCode, conditionNo, at);
        }

        @Override
        public Flow flow(String matterCode) {
            return filings.flow(matterCode);
        }

        @Override
        public String unit(String code) {
            return filings.unit(code);
        }

        @Override
        public CaseKey survivor(String caseNo) {
            return store.find(caseNo)
                    .filter(other -> mayRead(actor, other))
                    .filter(other -> !other.key().equals(file.key()))
                    .filter(other -> other.key().countyCode().equals(file.key().countyCode()))
                    .filter(other -> CaseFlow.from(other.state()).contains(Kind.MERGE))
                    .map(CaseFile::key)
                    .orElseThrow(() -> new InvalidValue("case/cannot-merge-into", "into", caseNo));
        }

        @Override
        public @Nullable Filing completed(Filing filing) {
            return filings.completed(file, filing, at);
        }

        @Override
        public @Nullable Rung office(Level level) {
            return level == Ladder.USUAL ? null : filings.office(file.report().place(), level);
        }

        @Override
        public String own(List<String> units) {
            return actor.posts().stream()
                    .map(Post::unitCode)
                    .filter(unit -> unit != null && units.contains(unit))
                    .findFirst()
                    .orElseThrow(() -> new CannotApply("case/not-asked"));
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public String actor() {
            return actor.id();
        }

        @Override
        public Instant beginning(LocalDate day) {
            return day.atStartOfDay(calendar.zone()).toInstant();
        }

        @Override
        public LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), calendar.zone());
        }

        @Override
        public boolean drawn(Filing filing) {
            return sampling.drawn(file, filing, now);
        }
    }

    private Answer moved(Actor actor, CaseFile file, StepRequest request, Operation operation) {
        var role =
                role(actor, file, request.kind(), filings.here(file.key()))
                        .orElseThrow(() -> refusal(file, request.kind()));
        door.require(
                role,
                request.ofTheGrid(),
                Optional.ofNullable(request.matterCode()).orElse(file.matterCode()));
        return stored(actor, role, file, request, operation, null);
    }

    /**
     * The role to take a step in; what is asked for is decided by whoever is next to decide.
     *
     * @param here the rules of its district now, which may leave the step to fewer roles
     */
    static Optional<String> role(Actor actor, CaseFile file, Kind kind, DistrictRules here) {
        var application = file.affairs().application();
        var action =
                DECIDING.contains(kind) && application != null
                        ? application.review()
                        : kind.action();
        if (kind == Kind.CALL_BACK && actor.isOf(file.unitCode())) {
            return Optional.empty();
        }
        return Policy.actingAs(here.taker(actor, kind.code()), action, file.resource());
    }

    /** Where a step is neither theirs nor possible, that it is not possible says more. */
    private RuntimeException refusal(CaseFile file, Kind kind) {
        ServiceFlow.require(file, kind);
        return file.steps(clock.instant()).contains(kind)
                ? new NotYourStep(kind)
                : new StepNotAllowed(file.state(), kind);
    }

    private Answer stored(
            Actor actor,
            String role,
            CaseFile file,
            StepRequest request,
            Operation operation,
            @Nullable String trackingCode) {
        ServiceFlow.require(file, request.kind());
        var now = now();
        var done =
                request.occurredAt() == null ? now : request.at(store.lastToldAt(file.key()), now);
        var step = request.step(file, new Referred(actor, file, done, now));
        // nothing is asked for or decided as if it had been before it was
        var at = step instanceof CaseStep.Applying || step instanceof CaseStep.Joining ? now : done;
        var moved = file.moved(step, actor.id(), at, limits);
        var said =
                request.said()
                        .filing(step)
                        .giving(step)
                        .joining(step)
                        .correcting(file, step, at.isBefore(now.minus(LATE)))
                        .deciding(file, moved)
                        .drawnAt(sampling.rate(file, step, now));
        var event = event(actor, role, moved, step.kind().code(), at, now, said);
        var answer =
                operations.answer(
                        200,
                        trackingCode == null ? views.item(moved) : views.tracked(moved, event));
        evidence.requireSentBy(actor, request.photos());
        stillReaching(
                actor,
                moved,
                () ->
                        inOne(
                                request.photos(),
                                holder(file),
                                () -> {
                                    if (!store.move(moved, event, new Claim(operation, answer))) {
                                        throw overtaken(file);
                                    }
                                }));
        return answer;
    }

    /** Who hands a case back may not see it any more, but has yet to write down that they did. */
    private static void stillReaching(Actor actor, CaseFile moved, Runnable write) {
        if (actor.isAnonymous() || mayRead(actor, moved)) {
            write.run();
        } else {
            AccessContext.of(actor, moved.report().place().path()).run(write);
        }
    }

    /** Somebody moved the case between our reading and our writing it. */
    private StaleVersion overtaken(CaseFile file) {
        var now = store.find(file.caseNo()).map(CaseFile::version).orElse(file.version());
        return new StaleVersion(file.caseNo(), file.version(), now);
    }

    private Answer added(Actor actor, NewReport report, Operation operation) {
        var now = now();
        var at = report.occurredAt() == null ? now : report.occurredAt();
        evidence.requireSentBy(actor, report.photos());
        var reported = reported(actor, report, at);
        var files = new ArrayList<CaseFile>(List.of(reported));
        var role = roleOfReporter(actor, reported.resource());
        var events = new ArrayList<CaseEvent>();
        events.add(event(actor, role, reported, "report", at, now, report.said()));
        if (report.solved() != null) {
            solvedAtOnce(actor, report.solved(), at, now, files, events);
        }
        var code = TrackingCode.next(random);
        var stored =
                new NewCase(
                        files.getLast(),
                        events,
                        code,
                        contacts.sealed(reported.key(), report.contact()),
                        report.sourceSystem(),
                        report.externalId());
        var receipt = receipt(stored, operation, now);
        var answer = operations.answer(201, receipt);
        return store(actor, stored, operation, answer, report);
    }

    private void solvedAtOnce(
            Actor actor,
            NewReport.Solved solved,
            Instant at,
            Instant now,
            List<CaseFile> files,
            List<CaseEvent> events) {
        var reported = files.getFirst();
        var kind = reported.isService() ? Kind.HELP : Kind.SELF_HANDLE;
        var role =
                role(actor, reported, kind, filings.here(reported.key()))
                        .orElseThrow(() -> new NotYourStep(kind));
        door.require(role, kind, reported.report().matterCode());
        var step = solving(reported, at, now);
        var closed = reported.moved(step, actor.id(), at, limits);
        files.add(closed);
        events.add(
                event(
                        actor,
                        role,
                        closed,
                        step.kind().code(),
                        at,
                        now,
                        new Said(solved.note(), Map.of())
                                .filing(step)
                                .drawnAt(sampling.rate(reported, step, now))));
    }

    private CaseStep solving(CaseFile reported, Instant at, Instant now) {
        var said = reported.report();
        if (reported.isService()) {
            return new Help(filings.helped(reported, said.matterCode(), said.conditionNo(), at));
        }
        var filing = filings.of(reported, said.matterCode(), said.conditionNo(), at);
        return new SelfHandle(filing, sampling.drawn(reported, filing, now));
    }

    private Answer store(
            Actor actor, NewCase added, Operation operation, Answer answer, NewReport report) {
        try {
            var claim = new Claim(operation, answer);
            inOne(report.photos(), holder(added.file()), () -> store.add(added, claim));
            return answer;
        } catch (DuplicateKeyException twice) {
            throw handedOverBefore(actor, added).orElseThrow(() -> twice);
        }
    }

    private Optional<AlreadyReported> handedOverBefore(Actor actor, NewCase added) {
        var system = added.sourceSystem();
        var externalId = added.externalId();
        if (system == null || externalId == null) {
            return Optional.empty();
        }
        var county = added.file().key().countyCode();
        return AccessContext.asSystem(
                        "handed over before",
                        () -> queries.handedOver(county, system, externalId).flatMap(store::find))
                .map(before ->
                        AlreadyReported.as(
                                Optional.of(before)
                                        .filter(file -> mayRead(actor, file))
                                        .map(CaseFile::caseNo),
                                system,
                                externalId));
    }

    /** A statement and the photos that come with it; alone, it needs no transaction around it. */
    private void inOne(Collection<UUID> photos, Holder holder, Runnable statement) {
        if (photos.isEmpty()) {
            statement.run();
        } else {
            transaction.executeWithoutResult(_ -> {
                statement.run();
                evidence.attach(holder, photos);
            });
        }
    }

    private CaseFile reported(Actor actor, NewReport report, Instant at) {
        var key = new CaseKey(report.place().countyCode(), ids.next());
        return new CaseFile(
                key,
                CaseNumber.of(key, at, calendar.zone()),
                1,
                new Reported(),
                filings.flow(report.matterCode()),
                new Report(
                        report.source(),
                        report.text(),
                        report.matterCode(),
                        report.conditionNo(),
                        report.place(),
                        at,
                        actor.id()),
                Milestones.NONE,
                Counts.NONE,
                Feedback.NONE,
                List.of(),
                null,
                Affairs.NONE);
    }

    private CaseEvent event(
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

    private Receipt receipt(NewCase added, Operation operation, Instant now) {
        var file = added.file();
        return new Receipt(
                operation.opId(),
                Long.toString(file.key().id()),
                file.caseNo(),
                added.trackingCode(),
                file.report().place().cellCode(),
                now,
                added.events().getLast().id(),
                operation.hashInHex(),
                operations.epoch());
    }

    /** As exact as it is stored, so that an answer says what will be read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String roleOfReporter(Actor actor, Resource resource) {
        return Policy.actingAs(actor, Action.CASE_REPORT, resource).orElse("resident");
    }

    private static boolean mayRead(Actor actor, CaseFile file) {
        return Policy.decide(actor, Action.CASE_READ, file.resource()) == Decision.ALLOWED;
    }

    static Holder holder(CaseFile file) {
        return new Holder(CasePhotos.KIND, file.key().countyCode(), file.key().id());
    }
}
