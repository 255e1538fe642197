package org.linli.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Application.Subject;
import org.linli.cases.CaseState.Contested;
import org.linli.cases.CaseState.Filed;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseStep.Check;
import org.linli.cases.CaseStep.Close;
import org.linli.cases.CaseStep.Dispatch;
import org.linli.cases.CaseStep.Extend;
import org.linli.cases.CaseStep.ForceClose;
import org.linli.cases.CaseStep.Handle;
import org.linli.cases.CaseStep.Help;
import org.linli.cases.CaseStep.HoldUp;
import org.linli.cases.CaseStep.Reopen;
import org.linli.cases.CaseStep.Return;
import org.linli.cases.CaseStep.Rework;
import org.linli.cases.CaseStep.Rule;
import org.linli.cases.CaseStep.SelfHandle;
import org.linli.cases.CaseStep.Unhold;
import org.linli.catalogue.Flow;
import org.linli.platform.problem.Problem;

/**
 * What happened to a case or a service, told again through its flow under a filing of its own. What
 * the rules of that filing would not have let happen is left out.
 */
final class PastWalk {

    /**
     * A step of history.
     *
     * @param unit who answers for the case from it on
     * @param application what was asked for, where it was decided
     * @param heldUntil where a hold began with it
     * @param reached whether whoever asked for help answered when they were called back
     * @param solved what they said, there or by their code
     */
    record Told(
            String step,
            Instant at,
            @Nullable String unit,
            @Nullable String application,
            @Nullable Instant heldUntil,
            @Nullable Boolean reached,
            @Nullable Boolean solved) {}

    private final Filing filing;
    private final Flow flow;
    private final CaseFlow.DueTime due;
    private CaseState state;
    private @Nullable Application asked;
    private @Nullable Instant handledAt;
    private int rulings;
    private int refusedExtensions;
    private int overlongHolds;

    private PastWalk(Filing filing, Flow flow, CaseFlow.DueTime due) {
        this.filing = filing;
        this.flow = flow;
        this.due = due;
        this.state = new Filed(filing);
    }

    static PastWalk of(Filing filing, Flow flow, List<Told> history, CaseFlow.DueTime due) {
        var walk = new PastWalk(filing, flow, due);
        history.forEach(walk::take);
        return walk;
    }

    /** By when it was to be solved in the end; null where no clock ran. */
    @Nullable Instant dueAt() {
        if (state instanceof CaseState.Closed(_, CaseState.Solution.ByGrid(var dueAt, _), _)) {
            return dueAt;
        }
        var timer = state.timer();
        return timer == null ? null : timer.dueAt();
    }

    /** Whether it was solved after it was due, or was not when it was due. */
    boolean late(Instant now) {
        var dueAt = dueAt();
        return dueAt != null && dueAt.isBefore(handledAt == null ? now : handledAt);
    }

    /** Whether it was solved, and not late: what was never due is neither. */
    boolean inTime() {
        return handledAt != null && dueAt() != null && !late(handledAt);
    }

    /** How often it came before the shift leader. */
    int rulings() {
        return rulings;
    }

    int refusedExtensions() {
        return refusedExtensions;
    }

    int overlongHolds() {
        return overlongHolds;
    }

    private void take(Told told) {
        var step = step(told);
        if (step == null) {
            return;
        }
        var next = next(step, told.at());
        if (next == null) {
            return;
        }
        var before = state;
        state = next;
        rulings += next instanceof Contested ? 1 : 0;
        if (step instanceof Handle || step instanceof SelfHandle || step instanceof Help) {
            handledAt = told.at();
        } else if (isUndone(before, step)) {
            handledAt = null;
        }
    }

    /** Reopened, found wanting, or not done in the eyes of whoever asked for help. */
    private boolean isUndone(CaseState before, CaseStep step) {
        return step instanceof Reopen
                || step instanceof Rework
                || before instanceof CaseState.Handled && state instanceof CaseState.Dispatched;
    }

    /** Null where these rules would not have let it happen: it is told on from where it stood. */
    private @Nullable CaseState next(CaseStep step, Instant at) {
        try {
            return flow == Flow.SERVICE && !isGranted(step)
                    ? ServiceFlow.next(state, step, at, due)
                    : CaseFlow.next(state, step, at, due);
        } catch (Problem notUnderTheseRules) {
            return null;
        }
    }

    /** What may be asked for is granted to a service as it is to a case. */
    private static boolean isGranted(CaseStep step) {
        return step instanceof Extend || step instanceof HoldUp || step instanceof ForceClose;
    }

    private @Nullable CaseStep step(Told told) {
        return switch (told.step()) {
            case "self-handle" -> new SelfHandle(filing, true);
            case "dispatch", "dispatch-again", "rule" -> given(told.unit());
            case "match" -> new CaseStep.Match(told.unit(), filing);
            case "help" -> new Help(filing);
            case "confirm" -> new CaseStep.Confirm(!Boolean.FALSE.equals(told.solved()));
            case "call-back" ->
                    new CaseStep.CallBack(
                            Boolean.TRUE.equals(told.reached()),
                            Boolean.TRUE.equals(told.solved()));
            case "return" -> new Return();
            case "handle" -> new Handle();
            case "check" -> new Check();
            case "rework" -> new Rework();
            case "close" -> new Close();
            case "reopen" -> new Reopen();
            case "unhold" -> new Unhold();
            case "ask-extension" -> {
                asked = new Application(Subject.EXTENSION, "", told.at(), null, null, List.of());
                yield null;
            }
            case "approve" -> granted(told);
            default -> null;
        };
    }

    /**
     * Where the rules bring a case before the shift leader, whoever gave it away had to be that.
     */
    private @Nullable CaseStep given(@Nullable String unit) {
        if (unit == null) {
            return null;
        }
        return state instanceof Contested ? new Rule(unit, null) : new Dispatch(unit, null);
    }

    private @Nullable CaseStep granted(Told told) {
        var subject = told.application();
        if (Subject.FORCED_CLOSE.code().equals(subject)) {
            return new ForceClose();
        }
        if (Subject.HOLD.code().equals(subject) && told.heldUntil() != null) {
            var longest = filing.rules().turns().longestHoldMonths();
            var zoned = told.at().atZone(ZoneOffset.UTC).plusMonths(longest);
            overlongHolds += told.heldUntil().isAfter(zoned.plusDays(1).toInstant()) ? 1 : 0;
            return new HoldUp();
        }
        return Subject.EXTENSION.code().equals(subject) ? extended() : null;
    }

    private @Nullable CaseStep extended() {
        var pending = asked;
        if (pending == null || !pending.isLastReview()) {
            asked = pending == null ? null : pending.approved("");
            return null;
        }
        asked = null;
        var timer = state.timer();
        if (timer != null && timer.extended() >= filing.rules().turns().extensions()) {
            refusedExtensions++;
            return null;
        }
        return new Extend();
    }
}
