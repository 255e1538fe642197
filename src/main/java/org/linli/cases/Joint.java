package org.linli.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.linli.cases.CaseState.Dispatched;
import org.linli.cases.CaseState.Filed;
import org.linli.cases.CaseState.Returned;
import org.linli.cases.CaseStep.Arrive;
import org.linli.cases.CaseStep.CoAnswer;
import org.linli.cases.CaseStep.CoHandle;
import org.linli.cases.CaseStep.CoWithdraw;
import org.linli.cases.CaseStep.Handle;
import org.linli.cases.CaseStep.Joining;
import org.linli.cases.CaseStep.JointAnswer;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.Return;
import org.linli.cases.CaseStep.Whistle;
import org.linli.cases.Together.Called;

/**
 * Several units on one case (协办, 联动处置): one leads and has the clock, others answer for what they
 * were asked, or come where they were called to. Pure, as the flow is.
 */
final class Joint {

    private static final Set<Kind> STEPS =
            EnumSet.of(
                    Kind.CO_HANDLE,
                    Kind.CO_ANSWER,
                    Kind.CO_WITHDRAW,
                    Kind.WHISTLE,
                    Kind.ARRIVE,
                    Kind.JOINT_ANSWER);

    private Joint() {}

    /** Whether a step of history is one of these. */
    static boolean isStep(String step) {
        return STEPS.stream().anyMatch(kind -> kind.code().equals(step));
    }

    /** The acts there are for a case now, whoever takes them. */
    static Set<Kind> from(CaseFile file) {
        var kinds = EnumSet.noneOf(Kind.class);
        var together = file.affairs().together();
        var state = file.state();
        if (file.isService()) {
            return kinds;
        }
        if (state instanceof Dispatched) {
            kinds.add(Kind.CO_HANDLE);
            if (!together.asked().isEmpty()) {
                kinds.addAll(List.of(Kind.CO_ANSWER, Kind.CO_WITHDRAW));
            }
        }
        if (state instanceof Dispatched || state instanceof Filed || state instanceof Returned) {
            kinds.add(together.isWhistled() ? Kind.JOINT_ANSWER : Kind.WHISTLE);
            if (!together.awaited().isEmpty()) {
                kinds.add(Kind.ARRIVE);
            }
        }
        return kinds;
    }

    /** The units that one of these waits for; empty where it is not for a unit to take. */
    static List<String> waitsFor(CaseFile file, Kind kind) {
        var together = file.affairs().together();
        return switch (kind) {
            case CO_ANSWER -> together.asked();
            case ARRIVE -> together.awaited();
            default -> List.of();
        };
    }

    /**
     * What goes on around the case after an act.
     *
     * @throws StepNotAllowed if the case does not stand where it could be taken
     * @throws CannotApply if a unit is named that it is not for
     */
    static Affairs after(CaseFile file, Joining act, Instant now) {
        if (!from(file).contains(act.kind())) {
            throw new StepNotAllowed(file, act.kind());
        }
        var together = file.affairs().together();
        return file.affairs()
                .joining(
                        switch (act) {
                            case CoHandle(var units) -> asked(file, units, now);
                            case CoAnswer(var unit) -> {
                                if (!together.asked().contains(unit)) {
                                    throw new CannotApply("case/not-asked");
                                }
                                yield together.answered(unit, now);
                            }
                            case CoWithdraw(var unit) -> {
                                if (!together.asked().contains(unit)) {
                                    throw new CannotApply("case/not-asked");
                                }
                                yield together.withdrawn(unit);
                            }
                            case Whistle(var units, var meetAt) ->
                                    together.whistling(blown(units, meetAt, now));
                            case Arrive(var unit) -> {
                                if (!together.awaited().contains(unit)) {
                                    throw new CannotApply("case/not-called");
                                }
                                yield arrived(together, unit, now);
                            }
                            case JointAnswer() -> answered(together, now);
                        });
    }

    /**
     * @throws CannotApply if the unit that leads would go on without those it waits for
     */
    static void require(CaseFile file, CaseStep step) {
        var together = file.affairs().together();
        if (step instanceof Return && !together.asked().isEmpty()) {
            throw new CannotApply("case/withdraw-first");
        }
        if (step instanceof Handle(var alone) && !alone && together.waits()) {
            throw new CannotApply("case/others-have-not-answered");
        }
    }

    private static Together asked(CaseFile file, List<String> units, Instant now) {
        var together = file.affairs().together();
        if (units.contains(file.unitCode())) {
            throw new CannotApply("case/leads-already");
        }
        if (units.stream().anyMatch(together.asked()::contains)) {
            throw new CannotApply("case/asked-already");
        }
        return together.asking(units, now);
    }

    private static Together.Whistle blown(List<String> units, Instant meetAt, Instant now) {
        var called = units.stream().map(unit -> new Called(unit, null)).toList();
        return new Together.Whistle(now, meetAt, called, null);
    }

    private static Together arrived(Together together, String unit, Instant now) {
        var whistle = together.whistle();
        return whistle == null ? together : together.whistling(whistle.arrived(unit, now));
    }

    private static Together answered(Together together, Instant now) {
        var whistle = together.whistle();
        return whistle == null ? together : together.whistling(whistle.answered(now));
    }
}
