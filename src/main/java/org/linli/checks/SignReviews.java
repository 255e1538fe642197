package org.linli.checks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.cases.CaseCourses;
import org.linli.cases.CaseCourses.CourseOfCase;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseKey;
import org.linli.checks.ReviewStore.Review;
import org.linli.checks.signs.Evidence;
import org.linli.checks.signs.Sign;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases that show a sign of gaming, before a person outside the unit, who hears those concerned
 * first. A sign is about the case: it is added up for nobody.
 */
@Component
class SignReviews {

    private static final int LONGEST = 2_000;

    /** Nobody is told of what a log that is read anew shows of long ago. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final Set<String> OUTCOMES = Set.of("nothing", "wrong");

    /** Acts that are those of the people a sign may concern. */
    private static final Set<String> ACTS =
            Set.of("report", "self-handle", "handle", "check", "return", "ask-hold");

    private final ReviewStore store;
    private final CaseCourses cases;
    private final Operations operations;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignReviews(
            ReviewStore store,
            CaseCourses cases,
            Operations operations,
            AuditTrail trail,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.operations = operations;
        this.trail = trail;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A case that shows a sign, as it is shown.
     *
     * @param signZh what is looked at, and from when on
     * @param facts what is to be seen of it
     * @param answer of whoever is concerned; null while there is none
     * @param outcome {@code nothing} or {@code wrong}; null until it is decided
     */
    @Classified(FieldClass.C1)
    record Shown(
            UUID id,
            String caseNo,
            String sign,
            String signZh,
            String signEn,
            Map<String, Object> facts,
            Instant raisedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Instant decidedAt) {

        Shown {
            facts = Map.copyOf(facts);
        }
    }

    record Reply(UUID opId, @Nullable String answer) {}

    /**
     * @param outcome {@code nothing} or {@code wrong}
     */
    record Verdict(UUID opId, @Nullable String outcome, @Nullable String reason) {}

    /** Brings a case before a person, and lets those concerned know unless it was long ago. */
    void raise(Evidence evidence, Instant shownAt) {
        if (raise(evidence) && shownAt.isAfter(clock.instant().minus(NEWS))) {
            tell(evidence.key(), evidence.sign());
        }
    }

    /** Brings a case before a person, and says whether it had not shown the sign before. */
    boolean raise(Evidence evidence) {
        return cases.find(evidence.key()).map(course -> raise(evidence, course)).orElse(false);
    }

    private boolean raise(Evidence evidence, CourseOfCase course) {
        return store.add(
                named(evidence),
                course.file().caseNo(),
                course.file().report().place().path(),
                course.file().unitCode(),
                concerned(course),
                now());
    }

    /** People open another case by its number. */
    private Evidence named(Evidence evidence) {
        var facts = new HashMap<>(evidence.facts());
        facts.computeIfPresent("other", (_, id) -> number(evidence.key(), id));
        return new Evidence(evidence.key(), evidence.sign(), facts);
    }

    private Object number(CaseKey beside, Object id) {
        return id instanceof Long other
                ? cases.find(new CaseKey(beside.countyCode(), other))
                        .<Object>map(course -> course.file().caseNo())
                        .orElse(id)
                : id;
    }

    /** Lets those concerned know, so that they are heard before it is decided. */
    void tell(CaseKey key, Sign sign) {
        AccessContext.asSystem(
                "signs",
                () ->
                        cases.find(key)
                                .map(course ->
                                        news(course.file(), sign.code(), concerned(course), false))
                                .ifPresent(events::publishEvent));
    }

    private void tellOutcome(Review review) {
        AccessContext.asSystem(
                "signs",
                () ->
                        cases.find(review.caseNo())
                                .map(file -> news(file, review.sign(), review.concerned(), true))
                                .ifPresent(events::publishEvent));
    }

    private static SignNews news(
            CaseFile file, String sign, Set<String> concerned, boolean decided) {
        return new SignNews(
                file.caseNo(),
                file.matterCode(),
                file.report().place().path(),
                sign,
                decided,
                concerned);
    }

    private static Set<String> concerned(CourseOfCase course) {
        return course.events().stream()
                .filter(event -> ACTS.contains(event.step()))
                .map(event -> event.actor())
                .filter(actor -> actor.contains(":"))
                .collect(Collectors.toSet());
    }

    /** What waits to be decided where the actor may decide, and is not of their own unit. */
    List<Shown> open(Actor actor) {
        return store.open(Policy.scope(actor, Action.SIGN_REVIEW), actor.id()).stream()
                .filter(review -> mayDecide(actor, review))
                .map(SignReviews::shown)
                .toList();
    }

    /** What concerns the actor. */
    List<Shown> ofConcerned(Actor actor) {
        return store.ofConcerned(actor.id()).stream().map(SignReviews::shown).toList();
    }

    /**
     * Keeps what somebody concerned says to it, once.
     *
     * @throws NoSuchThing if there is no such review, or it does not concern the actor
     */
    Answer answer(Actor actor, UUID id, Reply reply) {
        var text = Text.required("answer", reply.answer(), LONGEST);
        var review =
                store.find(id)
                        .filter(one -> one.concerned().contains(actor.id()))
                        .orElseThrow(() -> new NoSuchThing(id.toString()));
        return done(
                actor,
                reply.opId(),
                List.of(id, reply),
                review,
                Act.SIGN_ANSWER,
                () -> store.answer(review, text, actor.id(), now()));
    }

    /**
     * Decides, once, with a reason.
     *
     * @throws NoSuchThing if there is no such review, or it is not for the actor to decide
     */
    Answer decide(Actor actor, UUID id, Verdict verdict) {
        var reason = Text.required("reason", verdict.reason(), LONGEST);
        var outcome = verdict.outcome();
        if (outcome == null || !OUTCOMES.contains(outcome)) {
            throw new InvalidValue("request/value", "outcome", String.valueOf(outcome));
        }
        var review =
                store.find(id)
                        .filter(one -> mayDecide(actor, one))
                        .orElseThrow(() -> new NoSuchThing(id.toString()));
        var answer =
                done(
                        actor,
                        verdict.opId(),
                        List.of(id, verdict),
                        review,
                        Act.SIGN_DECIDE,
                        () -> store.decide(review, outcome, reason, actor.id(), now()));
        tellOutcome(review);
        return answer;
    }

    private Answer done(
            Actor actor, UUID opId, Object said, Review review, Act act, BooleanSupplier change) {
        var operation = operations.of(actor.id(), opId, said);
        return operations.once(
                operation,
                () ->
                        transaction.execute(_ -> {
                            if (!change.getAsBoolean()) {
                                throw new DecidedBefore();
                            }
                            trail.record(
                                    trail.now(act, Thing.CASE, review.caseNo())
                                            .purpose(review.sign()));
                            var body = store.find(review.id()).map(SignReviews::shown);
                            var answer = operations.answer(200, body.orElseThrow());
                            operations.claim(operation, answer);
                            return answer;
                        }));
    }

    private static boolean mayDecide(Actor actor, Review review) {
        var thing = new Resource(review.path(), review.unitCode(), null, review.concerned());
        var ofUnit =
                review.unitCode() != null
                        && actor.posts().stream()
                                .anyMatch(post -> review.unitCode().equals(post.unitCode()));
        return !ofUnit && Policy.decide(actor, Action.SIGN_REVIEW, thing) == Decision.ALLOWED;
    }

    private static Shown shown(Review review) {
        var said = Message.of("checks/sign/" + review.sign());
        return new Shown(
                review.id(),
                review.caseNo(),
                review.sign(),
                Words.say(said, Locale.CHINESE),
                Words.say(said, Locale.ENGLISH),
                review.facts(),
                review.raisedAt(),
                review.answer(),
                review.answeredAt(),
                review.outcome(),
                review.reason(),
                review.decidedAt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
