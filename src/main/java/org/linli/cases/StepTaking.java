package org.linli.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.cases.CaseStep.Kind;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Claim;
import org.linli.platform.operation.Operation;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.rules.DistrictRules;
import org.springframework.stereotype.Component;

/** Moves cases by the steps that people take, each one statement. */
@Component
class StepTaking {

    /** What is entered later than this is marked as late. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Set<Kind> DECIDING = Set.of(Kind.APPROVE, Kind.DECLINE);

    private final CaseStore store;
    private final StepStore steps;
    private final CaseEvents events;
    private final CasePhotos photos;
    private final References references;
    private final Splitting splitting;
    private final Filings filings;
    private final Limits limits;
    private final Operations operations;
    private final Sampling sampling;
    private final GridDoor door;
    private final Clock clock;

    StepTaking(
            CaseStore store,
            StepStore steps,
            CaseEvents events,
            CasePhotos photos,
            References references,
            Splitting splitting,
            Filings filings,
            Limits limits,
            Operations operations,
            Sampling sampling,
            GridDoor door,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.events = events;
        this.photos = photos;
        this.references = references;
        this.splitting = splitting;
        this.filings = filings;
        this.limits = limits;
        this.operations = operations;
        this.sampling = sampling;
        this.door = door;
        this.clock = clock;
    }

    /** Somebody and the role they take a step in. */
    record Taker(Actor actor, String role) {}

    /** How the case is shown to whoever took the step, once its event is stored. */
    interface Shown extends BiFunction<CaseFile, CaseEvent, Object> {}

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

    /**
     * Who takes a step, if they may.
     *
     * @throws NotYourStep if the step is for somebody else to take
     * @throws StepNotAllowed if it cannot be taken from where the case stands
     */
    Taker taker(Actor actor, CaseFile file, StepRequest request) {
        var role =
                role(actor, file, request.kind(), filings.here(file.key()))
                        .orElseThrow(() -> refusal(file, request.kind()));
        door.require(
                role,
                request.ofTheGrid(),
                Optional.ofNullable(request.matterCode()).orElse(file.matterCode()));
        return new Taker(actor, role);
    }

    /** Where a step is neither theirs nor possible, that it is not possible says more. */
    private RuntimeException refusal(CaseFile file, Kind kind) {
        ServiceFlow.require(file, kind);
        return file.steps(clock.instant()).contains(kind)
                ? new NotYourStep(kind, file.flow())
                : new StepNotAllowed(file, kind);
    }

    Answer taken(
            Taker taker, CaseFile file, StepRequest request, Operation operation, Shown shown) {
        ServiceFlow.require(file, request.kind());
        var actor = taker.actor();
        var now = events.now();
        var done = events.takenAt(request, file.key(), now);
        var step = new StepReading(request, file, references.of(actor, file, done, now)).step();
        // nothing is asked for or decided as if it had been before it was
        var at = step instanceof CaseStep.Applying || step instanceof CaseStep.Joining ? now : done;
        var moved = file.moved(step, actor.id(), at, limits);
        var parts = splitting.parts(taker, file, step, at, now);
        var said =
                request.said()
                        .filing(step)
                        .giving(step)
                        .joining(step)
                        .splitting(parts)
                        .correcting(file, step, at.isBefore(now.minus(LATE)))
                        .deciding(file, moved)
                        .drawnAt(sampling.rate(file, step, now));
        var event = events.of(actor, taker.role(), moved, step.kind().code(), at, now, said);
        var answer = operations.answer(200, shown.apply(moved, event));
        photos.requireSentBy(actor, request.photos());
        var change = new Change(file, moved, event, new Claim(operation, answer));
        write(actor, change, parts, request);
        return answer;
    }

    /** What becomes of a case by one step. */
    private record Change(CaseFile before, CaseFile after, CaseEvent event, Claim claim) {}

    private void write(Actor actor, Change change, List<NewCase> parts, StepRequest request) {
        Runnable move = () -> photos.storedWith(request.photos(), change.after, () -> move(change));
        if (parts.isEmpty()) {
            stillReaching(actor, change.after, move);
        } else {
            splitting.store(change.after, parts, change.claim.operation(), move);
        }
    }

    private void move(Change change) {
        if (!steps.move(change.after, change.event, change.claim)) {
            throw overtaken(change);
        }
    }

    /** Who hands a case back may not see it any more, but has yet to write down that they did. */
    private static void stillReaching(Actor actor, CaseFile moved, Runnable write) {
        if (actor.isAnonymous() || moved.readableBy(actor)) {
            write.run();
        } else {
            AccessContext.of(actor, moved.report().place().path()).run(write);
        }
    }

    /** Somebody moved the case, or the one it was to be merged into, while we wrote. */
    private RuntimeException overtaken(Change change) {
        var file = change.before;
        var now = store.find(file.caseNo()).map(CaseFile::version).orElse(file.version());
        var survivor = now == file.version() ? store.survivor(change.after) : null;
        return survivor == null
                ? new StaleVersion(file.caseNo(), file.version(), now)
                : new InvalidValue("case/cannot-merge-into", "into", survivor);
    }
}
