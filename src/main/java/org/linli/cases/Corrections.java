package org.linli.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseState.Checked;
import org.linli.cases.CaseState.Closed;
import org.linli.cases.CaseState.Dispatched;
import org.linli.cases.CaseState.Filed;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseState.Handled;
import org.linli.cases.CaseState.Returned;
import org.linli.cases.CaseState.Solution.ByUnit;
import org.linli.cases.CaseState.Timer;
import org.linli.cases.CaseStep.Correct;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.Milestones.Milestone;

/**
 * Sets right what was recorded (更正): another event, which says what was there before. Nothing is
 * overwritten in the history; the case then stands as it should have.
 */
final class Corrections {

    private Corrections() {}

    /** Whether there is anything to set right about a case that stands like this. */
    static boolean areFor(CaseState state) {
        return switch (state) {
            case Filed _, Returned _, Dispatched _, Handled _, Checked _, Closed _ -> true;
            default -> false;
        };
    }

    /**
     * Where the case stands then: where it did, under another matter if that was wrong.
     *
     * @throws StepNotAllowed if there is nothing to set right
     * @throws CannotApply if the time cannot have been
     */
    static CaseState after(CaseFile file, Correct act, CaseFlow.DueTime due) {
        if (!areFor(file.state())) {
            throw new StepNotAllowed(file, Kind.CORRECT);
        }
        var handledAt = act.handledAt();
        if (handledAt != null && !isPossible(file, handledAt)) {
            throw new CannotApply("case/impossible-time");
        }
        return act.filing() == null ? file.state() : refiled(file, act.filing(), due);
    }

    /** After the clock began, and before anybody saw that it was done. */
    private static boolean isPossible(CaseFile file, Instant handledAt) {
        var told = file.milestones().at(Milestone.HANDLED);
        var timer = file.timer();
        var checked = file.milestones().at(Milestone.CHECKED);
        return told != null
                && timer != null
                && !handledAt.isBefore(timer.startedAt())
                && (checked == null || !handledAt.isAfter(checked))
                && !(file.milestones().at(Milestone.CLOSED) instanceof Instant closed
                        && handledAt.isAfter(closed));
    }

    private static CaseState refiled(CaseFile file, Filing filing, CaseFlow.DueTime due) {
        return switch (file.state()) {
            case Filed _ -> new Filed(filing);
            case Returned(_, var timer) -> new Returned(filing, anew(file, filing, timer, due));
            case Dispatched(_, var unit, var timer) ->
                    new Dispatched(filing, unit, anew(file, filing, timer, due));
            case Handled(_, var unit, var timer) ->
                    new Handled(filing, unit, anew(file, filing, timer, due));
            case Checked(_, var unit, var timer) ->
                    new Checked(filing, unit, anew(file, filing, timer, due));
            case Closed(_, ByUnit(var unit, var timer), var rated) ->
                    new Closed(filing, new ByUnit(unit, anew(file, filing, timer, due)), rated);
            // what two people closed unsolved was on time for nobody: its clock stays
            case Closed(_, var solution, var rated) -> new Closed(filing, solution, rated);
            case CaseState other -> other;
        };
    }

    /** The same clock under another limit, granted as often, but for the time on hold. */
    private static Timer anew(CaseFile file, Filing filing, Timer timer, CaseFlow.DueTime due) {
        if (Objects.equals(filing.limit(), limit(file))) {
            return timer;
        }
        var at = due.of(filing.limit(), timer.startedAt());
        for (var more = 0; more < timer.extended() && at != null; more++) {
            at = due.of(filing.limit(), at);
        }
        var hold = file.affairs().hold();
        if (hold == null || hold.endedAt() == null || hold.from().isBefore(timer.startedAt())) {
            return timer.resumedTo(at);
        }
        return timer.resumedTo(due.resumed(filing.limit(), at, hold.from(), hold.endedAt()));
    }

    private static @Nullable String limit(CaseFile file) {
        var filing = file.filing();
        return filing == null ? null : filing.limit();
    }

    /** What was there before, by the name of the field. */
    static Map<String, Object> before(CaseFile file, Correct act) {
        var was = new LinkedHashMap<String, Object>();
        var filing = file.filing();
        if (act.filing() != null && filing != null) {
            was.put("matterCode", filing.matterCode() == null ? "" : filing.matterCode());
            was.put("conditionNo", filing.conditionNo());
        }
        if (act.address() != null) {
            was.put("place", file.report().place().address());
        }
        var handledAt = file.milestones().at(Milestone.HANDLED);
        if (act.handledAt() != null && handledAt != null) {
            was.put("handledAt", handledAt);
        }
        return was;
    }
}
