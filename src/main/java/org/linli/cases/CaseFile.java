package org.linli.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.cases.Applications.Outcome;
import org.linli.cases.CaseState.Closed;
import org.linli.cases.CaseState.Solution.ByGrid;
import org.linli.cases.CaseState.Solution.Elsewhere;
import org.linli.cases.CaseState.Solution.Forced;
import org.linli.catalogue.Flow;
import org.linli.platform.fields.FieldClass;
import org.linli.rules.Rules;

/**
 * A case as it stands: what was reported, where it is in the flow, and what happened when.
 *
 * @param flow which way it goes: that of its matter, as far as it has one of its own
 * @param handlers the actors who ever handled it: none of them may check it
 * @param heldUntil the end of its hold (挂账), also where another system put it on hold; null unless
 *     on hold
 * @param affairs what goes on around it beside its walk
 */
public record CaseFile(
        CaseKey key,
        String caseNo,
        int version,
        CaseState state,
        Flow flow,
        Report report,
        Milestones milestones,
        Counts counts,
        Feedback feedback,
        List<String> handlers,
        @Nullable Instant heldUntil,
        Affairs affairs) {

    /** What a case waits for that units have sent back too often. */
    static final String RULING = "ruling";

    public CaseFile {
        handlers = List.copyOf(handlers);
    }

    /** A case with which nothing has been done yet. */
    static CaseFile begun(
            CaseKey key,
            String caseNo,
            CaseState state,
            Flow flow,
            Report report,
            Milestones milestones) {
        return new CaseFile(
                key,
                caseNo,
                1,
                state,
                flow,
                report,
                milestones,
                Counts.NONE,
                Feedback.NONE,
                List.of(),
                null,
                Affairs.NONE);
    }

    /**
     * What was reported, and does not change.
     *
     * @param matterCode what the reporter took it for; null where they did not say
     * @param conditionNo likewise; null where they did not say
     * @param reporter the actor's id
     */
    public record Report(
            Source source,
            String text,
            @Nullable String matterCode,
            @Nullable Integer conditionNo,
            Place place,
            Instant reportedAt,
            String reporter) {

        Report corrected(CaseStep step) {
            return switch (step) {
                case CaseStep.Correct(_, var address, _) when address != null ->
                        with(matterCode, conditionNo, place.addressed(address));
                case CaseStep.Accept(var taken) when taken != null ->
                        with(taken.matterCode(), null, place);
                default -> this;
            };
        }

        private Report with(@Nullable String matter, @Nullable Integer condition, Place where) {
            return new Report(source, text, matter, condition, where, reportedAt, reporter);
        }
    }

    /**
     * What the reporter thinks of the outcome; it stays, and counts, when the case is reopened.
     *
     * @param rating one to five; null until rated
     */
    public record Feedback(
            @Nullable Integer rating, @Nullable Boolean solved, @Nullable Instant ratedAt) {

        static final Feedback NONE = new Feedback(null, null, null);
    }

    /**
     * The case after a step by somebody.
     *
     * @throws StepNotAllowed if the step cannot be taken from where the case stands
     */
    CaseFile moved(CaseStep step, String actor, Instant now, CaseFlow.DueTime due) {
        ServiceFlow.require(this, step);
        var outcome =
                switch (step) {
                    case CaseStep.Applying act -> Applications.next(this, act, now, due);
                    case CaseStep.Watching act -> new Outcome(state, Watch.after(this, act, now));
                    case CaseStep.Laddering act -> new Outcome(state, Ladder.after(this, act));
                    case CaseStep.Joining act -> new Outcome(state, Joint.after(this, act, now));
                    case CaseStep.Correct act ->
                            new Outcome(Corrections.after(this, act, due), affairs);
                    default -> walked(step, now, due);
                };
        var after = outcome.affairs().moved(state, outcome.state(), now);
        return new CaseFile(
                key,
                caseNo,
                version + 1,
                outcome.state(),
                flowBy(step),
                report.corrected(step),
                milestones.after(step, now).closing(outcome.state(), now),
                counts.after(step).extending(timer(), outcome.state().timer()),
                step instanceof CaseStep.Rate(var score, var solved)
                        ? new Feedback(score, solved, now)
                        : feedback,
                isHandling(step)
                        ? Stream.concat(handlers.stream(), Stream.of(actor)).distinct().toList()
                        : handlers,
                heldThen(outcome.state(), after),
                after);
    }

    /** Whoever had a hand in it does not check it. */
    private static boolean isHandling(CaseStep step) {
        return switch (step) {
            case CaseStep.Handle _,
                    CaseStep.SelfHandle _,
                    CaseStep.Help _,
                    CaseStep.CoAnswer _,
                    CaseStep.Arrive _ ->
                    true;
            default -> false;
        };
    }

    private Outcome walked(CaseStep step, Instant now, CaseFlow.DueTime due) {
        Reopenings.require(this, step);
        Joint.require(this, step);
        Splitting.require(this, step);
        var next =
                flowBy(step) == Flow.SERVICE
                        ? ServiceFlow.next(state, step, now, due)
                        : CaseFlow.next(state, step, now, due);
        return new Outcome(next, Reopenings.after(this, step));
    }

    /** Until it is filed or taken on, it may turn out to be something else. */
    private Flow flowBy(CaseStep step) {
        return switch (step) {
            case CaseStep.Accept(var taken) when taken != null -> taken.flow();
            case CaseStep.Match _ when filing() == null -> Flow.SERVICE;
            case CaseStep.File _ when isService() -> Flow.CASE;
            default -> flow;
        };
    }

    /** Whether it is helped with (帮办) instead of filed and checked. */
    boolean isService() {
        return flow == Flow.SERVICE;
    }

    /** The steps of its flow from where it stands. */
    Set<CaseStep.Kind> ways() {
        if (!isService()) {
            var ways = EnumSet.copyOf(CaseFlow.from(state));
            if (isTakenIn() && report.matterCode() == null) {
                ways.add(CaseStep.Kind.MATCH);
            }
            return ways;
        }
        var ways = EnumSet.copyOf(ServiceFlow.from(state));
        if (isTakenIn()) {
            ways.add(CaseStep.Kind.FILE);
        }
        if (isHelpedByItsReporter()) {
            ways.remove(CaseStep.Kind.CONFIRM);
        }
        return ways;
    }

    private boolean isTakenIn() {
        return state instanceof CaseState.Accepted || state instanceof CaseState.Verified;
    }

    /** Then the code that confirms it has been in the hands of whoever helped. */
    private boolean isHelpedByItsReporter() {
        return handlers.contains(report.reporter());
    }

    private @Nullable Instant heldThen(CaseState then, Affairs after) {
        if (then instanceof CaseState.Held && after.hold() != null) {
            return after.hold().until();
        }
        return state instanceof CaseState.Held ? null : heldUntil;
    }

    /** The steps there are for the case now, whoever takes them. */
    Set<CaseStep.Kind> steps(Instant now) {
        var steps = EnumSet.copyOf(ways());
        if (!Splitting.canBeSplit(this)) {
            steps.remove(CaseStep.Kind.SPLIT);
        }
        if (Reopenings.canBeDispatchedAgain(this)) {
            steps.add(CaseStep.Kind.DISPATCH_AGAIN);
        }
        steps.addAll(Applications.from(this, now));
        steps.addAll(Watch.from(this));
        steps.addAll(Ladder.from(this));
        steps.addAll(Joint.from(this));
        if (Corrections.areFor(state)) {
            steps.add(CaseStep.Kind.CORRECT);
        }
        return steps;
    }

    /** The unit that answers for the case now; null while the grid or the street office does. */
    public @Nullable String unitCode() {
        return state.unitCode();
    }

    /** By when it is to be solved; null while no clock has been started. */
    public @Nullable Instant dueAt() {
        return switch (state) {
            case Closed(_, ByGrid(var dueAt, _), _) -> dueAt;
            case Closed(_, Elsewhere(var dueAt), _) -> dueAt;
            default -> timer() == null ? null : timer().dueAt();
        };
    }

    /** The clock since the dispatch; null before it and for what the grid solved itself. */
    public CaseState.@Nullable Timer timer() {
        return state.timer();
    }

    /** What it was filed as; null until it is. */
    public CaseState.@Nullable Filing filing() {
        return state.filing();
    }

    /** The rules that hold for it: those it was filed under. */
    Rules rules() {
        var filing = filing();
        return filing == null ? Rules.USUAL : filing.rules();
    }

    /** The matter it was filed as, or else reported as; null where nobody has said. */
    public @Nullable String matterCode() {
        var filing = filing();
        return filing == null ? report.matterCode() : filing.matterCode();
    }

    /** Whether two people closed it unsolved. */
    public boolean forced() {
        return state instanceof Closed(_, Forced _, _);
    }

    /** Whether the grid solved it itself, in one act. */
    public boolean selfHandled() {
        return state instanceof Closed(_, ByGrid _, _);
    }

    /** Whether it was due, nobody has handled it and it is not on hold. */
    public boolean overdue(Instant now) {
        var dueAt = dueAt();
        var waiting = state.code().equals("FILED") || state.code().equals("DISPATCHED");
        return waiting && dueAt != null && !dueAt.isAfter(now) && heldUntil == null;
    }

    /** Whom it waits for beside the usual course; null where the course goes on. */
    public @Nullable String awaiting() {
        if (state instanceof CaseState.Contested) {
            return RULING;
        }
        var application = affairs.application();
        return application == null ? null : application.subject().code();
    }

    /** Whether it is there for somebody to see. */
    boolean readableBy(Actor actor) {
        return Policy.decide(actor, Action.CASE_READ, resource()) == Decision.ALLOWED;
    }

    /** As the policy asks for it. */
    Resource resource() {
        return new Resource(
                report.place().path(),
                unitCode(),
                report.reporter(),
                Set.copyOf(handlers),
                CaseState.OVER.contains(state.code()),
                FieldClass.C1,
                officePath(),
                Set.copyOf(affairs.together().units()));
    }

    /** Where the office is that has it; null where it is the street's. */
    private @Nullable String officePath() {
        var office = affairs.office();
        if (office == null) {
            return null;
        }
        var path = report.place().path();
        var end = path.indexOf("/" + office.areaCode() + "/");
        return end < 0 ? path : path.substring(0, end + office.areaCode().length() + 2);
    }
}
