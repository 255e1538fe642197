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
import org.linli.cases.CaseState.Merged;
import org.linli.cases.CaseState.Refused;
import org.linli.cases.CaseState.Reported;
import org.linli.cases.CaseState.Returned;
import org.linli.cases.CaseState.Solution;
import org.linli.cases.CaseState.Solution.ByGrid;
import org.linli.cases.CaseState.Solution.ByUnit;
import org.linli.cases.CaseState.Timer;
import org.linli.cases.CaseState.Verified;
import org.linli.cases.CaseStep.Accept;
import org.linli.cases.CaseStep.Check;
import org.linli.cases.CaseStep.Close;
import org.linli.cases.CaseStep.Dispatch;
import org.linli.cases.CaseStep.File;
import org.linli.cases.CaseStep.Handle;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.Merge;
import org.linli.cases.CaseStep.Rate;
import org.linli.cases.CaseStep.Refuse;
import org.linli.cases.CaseStep.Reopen;
import org.linli.cases.CaseStep.Return;
import org.linli.cases.CaseStep.Rework;
import org.linli.cases.CaseStep.Rule;
import org.linli.cases.CaseStep.SelfHandle;
import org.linli.cases.CaseStep.Verify;

/** The whole workflow on one page: which step leads from which state to which. */
final class CaseFlow {

    private CaseFlow() {}

    /** When a limit that starts to run now has run out. */
    @FunctionalInterface
    interface DueTime {

        /** Null where there is no limit. */
        @Nullable Instant of(@Nullable String limit, Instant start);
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
            case Returned(var filing, var timer) when step instanceof Dispatch(var unit, _) ->
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

            case Handled(var filing, var unit, var timer) when step instanceof Check ->
                    new Checked(filing, unit, timer);
            case Handled(var filing, var unit, var timer) when step instanceof Rework ->
                    new Dispatched(filing, unit, timer);

            case Checked(var filing, var unit, var timer) when step instanceof Close ->
                    new Closed(filing, new ByUnit(unit, timer), false);

            case Closed(var filing, var solution, var rated)
                    when step instanceof Check
                            && solution instanceof ByGrid(var dueAt, var sampled)
                            && sampled ->
                    new Closed(filing, new ByGrid(dueAt, false), rated);
            case Closed(var filing, var solution, var rated) when step instanceof Rate && !rated ->
                    new Closed(filing, solution, true);
            case Closed(var filing, _, _) when step instanceof Reopen -> new Filed(filing);

            case Reported _,
                    Accepted _,
                    Verified _,
                    Filed _,
                    Returned _,
                    Contested _,
                    Dispatched _,
                    Handled _,
                    Checked _
                    when step instanceof Merge(var into) ->
                    new Merged(into);

            // no default: a new state does not compile until somebody has thought of it
            case Reported _,
                    Accepted _,
                    Verified _,
                    Filed _,
                    Returned _,
                    Contested _,
                    Refused _,
                    Dispatched _,
                    Handled _,
                    Checked _,
                    Closed _,
                    Merged _ ->
                    throw new StepNotAllowed(state, step.kind());
        };
    }

    /** The kinds of step that {@link #next} takes from a state. */
    static Set<Kind> from(CaseState state) {
        return switch (state) {
            case Reported _ ->
                    EnumSet.of(Kind.ACCEPT, Kind.FILE, Kind.REFUSE, Kind.SELF_HANDLE, Kind.MERGE);
            case Accepted _ -> EnumSet.of(Kind.VERIFY, Kind.FILE, Kind.REFUSE, Kind.MERGE);
            case Verified _ -> EnumSet.of(Kind.FILE, Kind.REFUSE, Kind.MERGE);
            case Filed _, Returned _ -> EnumSet.of(Kind.DISPATCH, Kind.SELF_HANDLE, Kind.MERGE);
            case Contested _ -> EnumSet.of(Kind.RULE, Kind.MERGE);
            case Dispatched(_, _, var timer) when timer.ruled() ->
                    EnumSet.of(Kind.HANDLE, Kind.MERGE);
            case Dispatched _ -> EnumSet.of(Kind.RETURN, Kind.HANDLE, Kind.MERGE);
            case Handled _ -> EnumSet.of(Kind.CHECK, Kind.REWORK, Kind.MERGE);
            case Checked _ -> EnumSet.of(Kind.CLOSE, Kind.MERGE);
            case Closed(_, var solution, var rated) -> fromClosed(solution, rated);
            case Refused _, Merged _ -> EnumSet.noneOf(Kind.class);
        };
    }

    private static Set<Kind> fromClosed(Solution solution, boolean rated) {
        var kinds = EnumSet.of(Kind.REOPEN);
        if (!rated) {
            kinds.add(Kind.RATE);
        }
        if (solution instanceof ByGrid(_, var sampled) && sampled) {
            kinds.add(Kind.CHECK);
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
        return timer.returnedBy().size() < Rules.USUAL.returnsUntilRuling()
                ? new Returned(filing, timer)
                : new Contested(filing, timer);
    }

    private static CaseState handledByGrid(SelfHandle act, Instant now, DueTime due) {
        var dueAt = due.of(act.filing().limit(), now);
        return new Closed(act.filing(), new ByGrid(dueAt, act.sampled()), false);
    }

    private static CaseState dispatched(Filing filing, String unit, Instant now, DueTime due) {
        return new Dispatched(filing, unit, new Timer(now, due.of(filing.limit(), now)));
    }
}
