package org.linli.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseState.Accepted;
import org.linli.cases.CaseState.Checked;
import org.linli.cases.CaseState.Closed;
import org.linli.cases.CaseState.Contested;
import org.linli.cases.CaseState.Dispatched;
import org.linli.cases.CaseState.Filed;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseState.Handled;
import org.linli.cases.CaseState.Held;
import org.linli.cases.CaseState.Merged;
import org.linli.cases.CaseState.Refused;
import org.linli.cases.CaseState.Reported;
import org.linli.cases.CaseState.Returned;
import org.linli.cases.CaseState.Solution;
import org.linli.cases.CaseState.Solution.ByGrid;
import org.linli.cases.CaseState.Solution.ByUnit;
import org.linli.cases.CaseState.Solution.Forced;
import org.linli.cases.CaseState.SplitUp;
import org.linli.cases.CaseState.Timer;
import org.linli.cases.CaseState.Verified;
import org.linli.cases.CaseStep.Accept;
import org.linli.cases.CaseStep.Check;
import org.linli.cases.CaseStep.Close;
import org.linli.cases.CaseStep.Dispatch;
import org.linli.cases.CaseStep.Extend;
import org.linli.cases.CaseStep.File;
import org.linli.cases.CaseStep.ForceClose;
import org.linli.cases.CaseStep.Handle;
import org.linli.cases.CaseStep.HoldUp;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.Merge;
import org.linli.cases.CaseStep.Rate;
import org.linli.cases.CaseStep.Refuse;
import org.linli.cases.CaseStep.Reopen;
import org.linli.cases.CaseStep.Return;
import org.linli.cases.CaseStep.Rework;
import org.linli.cases.CaseStep.Rule;
import org.linli.cases.CaseStep.SelfHandle;
import org.linli.cases.CaseStep.Split;
import org.linli.cases.CaseStep.Unhold;
import org.linli.cases.CaseStep.Verify;

/** The whole workflow on one page: which step leads from which state to which. */
final class CaseFlow {

    private CaseFlow() {}

    /** When limits run out. */
    interface DueTime {

        /** When one that starts to run now has run out; null where there is none. */
        @Nullable Instant of(@Nullable String limit, Instant start);

        /** When one runs out that was to run out at an instant, and stood still in between. */
        @Nullable Instant resumed(
                @Nullable String limit, @Nullable Instant dueAt, Instant heldFrom, Instant heldTo);
    }

    /**
     * The state a step leads to.
     *
     * @throws StepNotAllowed if the step cannot be taken from this state
     */
    static CaseState next(CaseState state, CaseStep step, Instant now, DueTime due) {
        return switch (state) {
            case Reported() when step instanceof Accept -> new Accepted();
            case Reported() when step instanceof SelfHandle act -> handledByGrid(act, now, due);
            case Reported() when toIntake(step) -> intake(step);

            case Accepted() when step instanceof Verify(var found) -> new Verified(found);
            case Accepted() when toIntake(step) -> intake(step);
            case Verified _ when toIntake(step) -> intake(step);

            case Filed(var filing) when step instanceof Dispatch act ->
                    dispatched(act.complete(filing), act.unitCode(), now, due);
            case Filed _ when step instanceof SelfHandle act -> handledByGrid(act, now, due);
            case Returned(var filing, var timer) when step instanceof Dispatch(var unit, _, _) ->
                    new Dispatched(filing, unit, timer);
            case Returned(_, var timer) when step instanceof SelfHandle(var filing, var sampled) ->
                    new Closed(filing, new ByGrid(timer.dueAt(), sampled), false);

            case Contested(var filing, var timer) when step instanceof Rule(var unit, _) ->
                    new Dispatched(filing, unit, timer.settled());
            case Contested _ when step instanceof Dispatch -> throw new RulingNeeded();

            case Dispatched(_, _, var timer) when step instanceof Return && timer.ruled() ->
                    throw new BoundByRuling();
            case Dispatched(var filing, var unit, var timer) when step instanceof Return ->
                    returned(filing, timer.sentBackBy(unit));
            case Dispatched(var filing, var unit, var timer) when step instanceof Handle ->
                    new Handled(filing, unit, timer);

            case Dispatched(var filing, var unit, var timer) when step instanceof Extend ->
                    new Dispatched(filing, unit, extended(filing, timer, due));

            case Filed _, Returned _, Dispatched _ when step instanceof HoldUp ->
                    new Held(state, now);
            case Held(var paused, var since) when step instanceof Unhold ->
                    resumed(paused, since, now, due);

            case Handled(var filing, var unit, var timer) when step instanceof Check ->
                    new Checked(filing, unit, timer);
            case Handled(var filing, var unit, var timer) when step instanceof Rework ->
                    reworked(filing, unit, timer.sentToRework());

            case Checked(var filing, var unit, var timer) when step instanceof Close ->
                    new Closed(filing, new ByUnit(unit, timer), false);

            case Closed(var filing, var solution, var rated)
                    when step instanceof Check
                            && solution instanceof ByGrid(var dueAt, var sampled)
                            && sampled ->
                    new Closed(filing, new ByGrid(dueAt, false), rated);
            case Closed(var filing, var solution, _)
                    when step instanceof Rework
                            && solution instanceof ByGrid(_, var sampled)
                            && sampled ->
                    new Filed(filing);
            case Closed(var filing, var solution, var rated) when step instanceof Rate && !rated ->
                    new Closed(filing, solution, true);
            case Closed(var filing, _, _) when step instanceof Reopen -> new Filed(filing);

            case Filed _, Returned _, Contested _, Held _, Dispatched _, Handled _, Checked _
                    when step instanceof ForceClose ->
                    forced(state);

            case Reported _,
                    Accepted _,
                    Verified _,
                    Filed _,
                    Returned _,
                    Contested _,
                    Held _,
                    Dispatched _,
                    Handled _,
                    Checked _
                    when step instanceof Merge(var into) ->
                    new Merged(into);

            case Reported _, Accepted _, Verified _, Filed _ when step instanceof Split ->
                    new SplitUp();

            // no default: a new state does not compile until somebody has thought of it
            case Reported _,
                    Accepted _,
                    Verified _,
                    Filed _,
                    Returned _,
                    Contested _,
                    Held _,
                    Refused _,
                    Dispatched _,
                    Handled _,
                    Checked _,
                    Closed _,
                    Merged _,
                    SplitUp _ ->
                    throw new StepNotAllowed(state, step.kind());
        };
    }

    /** The kinds of step that {@link #next} takes from a state. */
    static Set<Kind> from(CaseState state) {
        return switch (state) {
            case Reported _ ->
                    EnumSet.of(
                            Kind.ACCEPT,
                            Kind.FILE,
                            Kind.REFUSE,
                            Kind.SELF_HANDLE,
                            Kind.MERGE,
                            Kind.SPLIT);
            case Accepted _ ->
                    EnumSet.of(Kind.VERIFY, Kind.FILE, Kind.REFUSE, Kind.MERGE, Kind.SPLIT);
            case Verified _ -> EnumSet.of(Kind.FILE, Kind.REFUSE, Kind.MERGE, Kind.SPLIT);
            case Filed _ -> EnumSet.of(Kind.DISPATCH, Kind.SELF_HANDLE, Kind.MERGE, Kind.SPLIT);
            case Returned _ -> EnumSet.of(Kind.DISPATCH, Kind.SELF_HANDLE, Kind.MERGE);
            case Contested _ -> EnumSet.of(Kind.RULE, Kind.MERGE);
            case Held _ -> EnumSet.of(Kind.UNHOLD, Kind.MERGE);
            case Dispatched(_, _, var timer) when timer.ruled() ->
                    EnumSet.of(Kind.HANDLE, Kind.MERGE);
            case Dispatched _ -> EnumSet.of(Kind.RETURN, Kind.HANDLE, Kind.MERGE);
            case Handled _ -> EnumSet.of(Kind.CHECK, Kind.REWORK, Kind.MERGE);
            case Checked _ -> EnumSet.of(Kind.CLOSE, Kind.MERGE);
            case Closed(_, var solution, var rated) -> fromClosed(solution, rated);
            case Refused _, Merged _, SplitUp _ -> EnumSet.noneOf(Kind.class);
        };
    }

    private static Set<Kind> fromClosed(Solution solution, boolean rated) {
        var kinds = EnumSet.of(Kind.REOPEN);
        if (!rated) {
            kinds.add(Kind.RATE);
        }
        if (solution instanceof ByGrid(_, var sampled) && sampled) {
            kinds.add(Kind.CHECK);
            kinds.add(Kind.REWORK);
        }
        return kinds;
    }

    private static boolean toIntake(CaseStep step) {
        return step instanceof File || step instanceof Refuse;
    }

    private static CaseState intake(CaseStep step) {
        return step instanceof File(var filing) ? new Filed(filing) : new Refused();
    }

    private static CaseState returned(Filing filing, Timer timer) {
        return timer.returnedBy().size() < filing.rules().turns().returnsUntilRuling()
                ? new Returned(filing, timer)
                : new Contested(filing, timer);
    }

    private static CaseState reworked(Filing filing, @Nullable String unit, Timer timer) {
        return timer.reworked() < filing.rules().turns().reworksUntilRuling()
                ? new Dispatched(filing, unit, timer)
                : new Contested(filing, timer.sentBackBy(unit));
    }

    private static Timer extended(Filing filing, Timer timer, DueTime due) {
        var dueAt = timer.dueAt();
        return timer.extendedTo(dueAt == null ? null : due.of(filing.limit(), dueAt));
    }

    private static CaseState resumed(CaseState paused, Instant since, Instant now, DueTime due) {
        return switch (paused) {
            case Returned(var filing, var timer) ->
                    new Returned(filing, resumed(filing, timer, since, now, due));
            case Dispatched(var filing, var unit, var timer) ->
                    new Dispatched(filing, unit, resumed(filing, timer, since, now, due));
            default -> paused;
        };
    }

    private static Timer resumed(
            Filing filing, Timer timer, Instant since, Instant now, DueTime due) {
        return timer.resumedTo(due.resumed(filing.limit(), timer.dueAt(), since, now));
    }

    private static CaseState forced(CaseState state) {
        var filing = state.filing();
        if (filing == null) {
            throw new IllegalStateException("Not filed: " + state);
        }
        return new Closed(filing, new Forced(state.unitCode(), state.timer()), false);
    }

    private static CaseState handledByGrid(SelfHandle act, Instant now, DueTime due) {
        var dueAt = due.of(act.filing().limit(), now);
        return new Closed(act.filing(), new ByGrid(dueAt, act.sampled()), false);
    }

    private static CaseState dispatched(Filing filing, String unit, Instant now, DueTime due) {
        return new Dispatched(filing, unit, new Timer(now, due.of(filing.limit(), now)));
    }
}
