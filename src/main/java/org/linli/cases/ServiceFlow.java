package org.linli.cases;

import java.time.Instant;
import java.util.Collections;
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
import org.linli.cases.CaseState.Solution.ByUnit;
import org.linli.cases.CaseState.SplitUp;
import org.linli.cases.CaseState.Timer;
import org.linli.cases.CaseState.Verified;
import org.linli.cases.CaseStep.Accept;
import org.linli.cases.CaseStep.CallBack;
import org.linli.cases.CaseStep.Confirm;
import org.linli.cases.CaseStep.Handle;
import org.linli.cases.CaseStep.Help;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.Match;
import org.linli.cases.CaseStep.Merge;
import org.linli.cases.CaseStep.Rate;
import org.linli.cases.CaseStep.Refuse;
import org.linli.cases.CaseStep.Reopen;
import org.linli.cases.CaseStep.Return;
import org.linli.cases.CaseStep.Split;
import org.linli.cases.CaseStep.Unhold;
import org.linli.catalogue.Flow;

/**
 * The way of a service (帮办, DOMAIN §2.5) on one page: taken in, taken on by somebody who agreed to
 * it, done, and over once the person who asked says so. Nothing is filed as a fault or checked, and
 * nobody quarrels over whose it is: the person's own word takes the place of all that.
 */
final class ServiceFlow {

    /** The steps that a case does not know. */
    static final Set<Kind> OWN =
            Collections.unmodifiableSet(
                    EnumSet.of(Kind.MATCH, Kind.HELP, Kind.CONFIRM, Kind.CALL_BACK));

    /** The steps of a case that a service does not know. */
    private static final Set<Kind> FOREIGN =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Kind.VERIFY,
                            Kind.CONTACT,
                            Kind.SELF_HANDLE,
                            Kind.DISPATCH,
                            Kind.DISPATCH_AGAIN,
                            Kind.ESCALATE,
                            Kind.ASSIGN,
                            Kind.RULE,
                            Kind.CO_HANDLE,
                            Kind.CO_ANSWER,
                            Kind.CO_WITHDRAW,
                            Kind.WHISTLE,
                            Kind.ARRIVE,
                            Kind.JOINT_ANSWER,
                            Kind.CHECK,
                            Kind.REWORK,
                            Kind.CLOSE));

    private ServiceFlow() {}

    /**
     * The state a step leads to.
     *
     * @throws StepNotAllowed if the step cannot be taken from this state
     */
    static CaseState next(CaseState state, CaseStep step, Instant now, CaseFlow.DueTime due) {
        return switch (state) {
            case Reported() when step instanceof Accept -> new Accepted();
            case Reported _, Accepted _, Verified _ when step instanceof Refuse -> new Refused();
            case Reported _, Accepted _, Verified _, Filed _
                    when step instanceof Match(var unit, var filing) ->
                    new Dispatched(filing, unit, begun(filing, now, due));
            case Reported _, Accepted _, Verified _, Filed _
                    when step instanceof Help(var filing) ->
                    new Handled(filing, null, begun(filing, now, due));

            case Returned(var filing, var timer) when step instanceof Match(var unit, _) ->
                    new Dispatched(filing, unit, timer);
            case Returned(var filing, var timer) when step instanceof Help ->
                    new Handled(filing, null, timer);

            case Dispatched(var filing, var unit, var timer)
                    when unit == null && step instanceof Match(var other, _) && other != null ->
                    new Dispatched(filing, other, timer);
            case Dispatched(var filing, var unit, var timer)
                    when unit == null && step instanceof Help ->
                    new Handled(filing, null, timer);
            case Dispatched(var filing, var unit, var timer)
                    when unit != null && step instanceof Return ->
                    new Returned(filing, timer.sentBackBy(unit));
            case Dispatched(var filing, var unit, var timer)
                    when unit != null && step instanceof Handle ->
                    new Handled(filing, unit, timer);

            // the clock stands still as that of a case does
            case Held _ when step instanceof Unhold -> CaseFlow.next(state, step, now, due);

            case Handled(var filing, var unit, var timer) when step instanceof Confirm(var done) ->
                    answered(done, filing, unit, timer);
            case Handled(var filing, var unit, var timer)
                    when step instanceof CallBack(var reached, var done) ->
                    reached ? answered(done, filing, unit, timer) : state;

            case Closed(var filing, var solution, var rated) when step instanceof Rate && !rated ->
                    new Closed(filing, solution, true);
            case Closed(var filing, _, _) when step instanceof Reopen -> new Filed(filing);

            case Reported _,
                    Accepted _,
                    Verified _,
                    Filed _,
                    Returned _,
                    Held _,
                    Dispatched _,
                    Handled _
                    when step instanceof Merge(var into) ->
                    new Merged(into);

            case Reported _, Accepted _, Verified _, Filed _ when step instanceof Split ->
                    new SplitUp();

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
                    throw new StepNotAllowed(state, step.kind(), Flow.SERVICE);
        };
    }

    /** The kinds of step that {@link #next} takes from a state. */
    static Set<Kind> from(CaseState state) {
        return switch (state) {
            case Reported _ ->
                    EnumSet.of(
                            Kind.ACCEPT,
                            Kind.REFUSE,
                            Kind.MATCH,
                            Kind.HELP,
                            Kind.MERGE,
                            Kind.SPLIT);
            case Accepted _, Verified _ ->
                    EnumSet.of(Kind.REFUSE, Kind.MATCH, Kind.HELP, Kind.MERGE, Kind.SPLIT);
            case Filed _ -> EnumSet.of(Kind.MATCH, Kind.HELP, Kind.MERGE, Kind.SPLIT);
            case Returned _ -> EnumSet.of(Kind.MATCH, Kind.HELP, Kind.MERGE);
            case Held _ -> EnumSet.of(Kind.UNHOLD, Kind.MERGE);
            case Dispatched(_, var unit, _) ->
                    unit == null
                            ? EnumSet.of(Kind.MATCH, Kind.HELP, Kind.MERGE)
                            : EnumSet.of(Kind.RETURN, Kind.HANDLE, Kind.MERGE);
            case Handled _ -> EnumSet.of(Kind.CONFIRM, Kind.CALL_BACK, Kind.MERGE);
            case Closed(_, _, var rated) ->
                    rated ? EnumSet.of(Kind.REOPEN) : EnumSet.of(Kind.REOPEN, Kind.RATE);
            case Contested _, Checked _, Refused _, Merged _, SplitUp _ ->
                    EnumSet.noneOf(Kind.class);
        };
    }

    /**
     * @throws OtherFlow if there is no such step with what goes the way of this one
     * @throws CannotApply if whoever helped would say themselves that they did
     */
    static void require(CaseFile file, CaseStep step) {
        require(file, step.kind());
        if (step instanceof Confirm
                && !file.ways().contains(Kind.CONFIRM)
                && from(file.state()).contains(Kind.CONFIRM)) {
            throw new CannotApply("case/confirmed-by-who-helped");
        }
    }

    /**
     * @throws OtherFlow likewise
     */
    static void require(CaseFile file, Kind step) {
        var foreign =
                file.isService()
                        ? FOREIGN.contains(step)
                        : OWN.contains(step) && !(step == Kind.MATCH && file.filing() == null);
        if (foreign) {
            throw OtherFlow.of(file, step);
        }
    }

    private static CaseState answered(
            boolean done, Filing filing, @Nullable String unit, Timer timer) {
        return done
                ? new Closed(filing, new ByUnit(unit, timer), false)
                : new Dispatched(filing, unit, timer);
    }

    private static Timer begun(Filing filing, Instant now, CaseFlow.DueTime due) {
        return new Timer(now, due.of(filing.limit(), now));
    }
}
