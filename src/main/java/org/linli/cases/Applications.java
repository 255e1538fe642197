package org.linli.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Application.Subject;
import org.linli.cases.CaseState.Closed;
import org.linli.cases.CaseState.Contested;
import org.linli.cases.CaseState.Dispatched;
import org.linli.cases.CaseState.Filed;
import org.linli.cases.CaseState.Held;
import org.linli.cases.CaseState.Returned;
import org.linli.cases.CaseState.Solution.ByUnit;
import org.linli.cases.CaseStep.Appeal;
import org.linli.cases.CaseStep.Applying;
import org.linli.cases.CaseStep.Approve;
import org.linli.cases.CaseStep.AskExtension;
import org.linli.cases.CaseStep.AskForcedClose;
import org.linli.cases.CaseStep.AskHold;
import org.linli.cases.CaseStep.Decline;
import org.linli.cases.CaseStep.Extend;
import org.linli.cases.CaseStep.ForceClose;
import org.linli.cases.CaseStep.HoldUp;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.Withdraw;
import org.linli.cases.Milestones.Milestone;
import org.linli.platform.problem.Problem;

/** What may be asked for around a case, and what comes of it. Pure, as the flow is. */
final class Applications {

    private static final Set<Kind> ASKING =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Kind.ASK_EXTENSION, Kind.ASK_HOLD, Kind.ASK_FORCED_CLOSE, Kind.APPEAL));

    private static final Set<Kind> DECIDING =
            Collections.unmodifiableSet(EnumSet.of(Kind.APPROVE, Kind.DECLINE, Kind.WITHDRAW));

    private Applications() {}

    /** Whether something was asked for by a step of history. */
    static boolean isAsking(String step) {
        return ASKING.stream().anyMatch(ask -> ask.code().equals(step));
    }

    /** Whether a step of history asked for something, decided it or took it back. */
    static boolean isStep(String step) {
        return isAsking(step)
                || DECIDING.stream().anyMatch(decision -> decision.code().equals(step));
    }

    /** Where the case stands after an act, and what goes on around it. */
    record Outcome(CaseState state, Affairs affairs) {}

    /** The acts there are for a case now, whoever takes them. */
    static Set<Kind> from(CaseFile file, Instant now) {
        if (file.affairs().application() != null) {
            return DECIDING;
        }
        var kinds = EnumSet.noneOf(Kind.class);
        ASKING.stream().filter(ask -> objection(file, ask, now) == null).forEach(kinds::add);
        return kinds;
    }

    /**
     * What an act leads to.
     *
     * @throws StepNotAllowed if the case does not stand where it could be taken
     * @throws CannotApply if something else speaks against it
     */
    static Outcome next(CaseFile file, Applying act, Instant now, CaseFlow.DueTime due) {
        return switch (act) {
            case AskExtension(var by) -> asked(file, act, application(Subject.EXTENSION, by, now));
            case AskForcedClose(var by) ->
                    asked(file, act, application(Subject.FORCED_CLOSE, by, now));
            case AskHold(var by, var ground, var until) ->
                    asked(
                            file,
                            act,
                            new Application(Subject.HOLD, by, now, ground, until, List.of()));
            case Appeal(var by) -> asked(file, act, application(Subject.APPEAL, by, now));
            case Approve(var by) -> approved(file, decided(file, by, act), by, now, due);
            case Decline(var by) -> declined(file, decided(file, by, act));
            case Withdraw(var by) -> withdrawn(file, by);
        };
    }

    private static Application application(Subject subject, String by, Instant now) {
        return new Application(subject, by, now, null, null, List.of());
    }

    private static Outcome asked(CaseFile file, Applying act, Application application) {
        if (file.affairs().application() != null) {
            throw new CannotApply("case/application-pending");
        }
        var objection = objection(file, act.kind(), application.at());
        if (objection != null) {
            throw objection;
        }
        return new Outcome(file.state(), file.affairs().asking(application));
    }

    /** Why an act cannot be taken; null where it can. */
    private static @Nullable Problem objection(CaseFile file, Kind ask, Instant now) {
        if (!standsFor(file.state(), ask)) {
            return new StepNotAllowed(file, ask);
        }
        return switch (ask) {
            case ASK_EXTENSION -> againstExtension(file, now);
            case ASK_HOLD -> againstHold(file);
            case APPEAL -> againstAppeal(file);
            default -> null;
        };
    }

    private static boolean standsFor(CaseState state, Kind ask) {
        return switch (ask) {
            case ASK_EXTENSION -> state instanceof Dispatched;
            case ASK_HOLD -> canBeHeld(state);
            case ASK_FORCED_CLOSE -> canBeForced(state);
            default -> state instanceof Closed(_, ByUnit _, _);
        };
    }

    private static @Nullable Problem againstExtension(CaseFile file, Instant now) {
        var timer = file.timer();
        if (timer == null || timer.dueAt() == null || !now.isBefore(timer.dueAt())) {
            return new CannotApply("case/not-before-due");
        }
        return timer.extended() < file.rules().turns().extensions()
                ? null
                : new CannotApply("case/extended-enough");
    }

    private static @Nullable Problem againstHold(CaseFile file) {
        return file.affairs().hold() == null ? null : new CannotApply("case/held-before");
    }

    private static @Nullable Problem againstAppeal(CaseFile file) {
        if (file.affairs().appealed()) {
            return new CannotApply("case/appealed-before");
        }
        var dueAt = file.dueAt();
        var handledAt = file.milestones().at(Milestone.HANDLED);
        return dueAt != null && handledAt != null && handledAt.isAfter(dueAt)
                ? null
                : new CannotApply("case/not-late");
    }

    static boolean canBeHeld(CaseState state) {
        return state instanceof Filed || state instanceof Returned || state instanceof Dispatched;
    }

    private static boolean canBeForced(CaseState state) {
        return canBeHeld(state)
                || state instanceof Contested
                || state instanceof Held
                || state instanceof CaseState.Handled
                || state instanceof CaseState.Checked;
    }

    private static Application decided(CaseFile file, String by, Applying act) {
        var application = file.affairs().application();
        if (application == null) {
            throw new StepNotAllowed(file, act.kind());
        }
        if (application.involves(by)) {
            throw new CannotApply("case/own-application");
        }
        return application;
    }

    private static Outcome approved(
            CaseFile file, Application application, String by, Instant now, CaseFlow.DueTime due) {
        if (!application.isLastReview()) {
            return new Outcome(file.state(), file.affairs().asking(application.approved(by)));
        }
        var decided = file.affairs().asking(null);
        return switch (application.subject()) {
            case EXTENSION ->
                    new Outcome(CaseFlow.next(file.state(), new Extend(), now, due), decided);
            case HOLD ->
                    new Outcome(
                            CaseFlow.next(file.state(), new HoldUp(), now, due),
                            decided.holding(begun(application, now)));
            case FORCED_CLOSE ->
                    new Outcome(CaseFlow.next(file.state(), new ForceClose(), now, due), decided);
            case APPEAL -> new Outcome(file.state(), decided.appealing(true));
        };
    }

    /** Nothing is put on hold until a date that has come while nobody decided. */
    private static Hold begun(Application application, Instant now) {
        var ground = application.ground();
        var until = application.until();
        if (ground == null || until == null) {
            throw new IllegalStateException("A hold without its ground or its end");
        }
        if (!until.isAfter(now)) {
            throw new CannotApply("case/hold-is-past");
        }
        return new Hold(ground, now, until, null);
    }

    private static Outcome declined(CaseFile file, Application application) {
        return new Outcome(file.state(), over(file, application));
    }

    private static Outcome withdrawn(CaseFile file, String by) {
        var application = file.affairs().application();
        if (application == null || !application.by().equals(by)) {
            throw new NotYourStep(Kind.WITHDRAW, file.flow());
        }
        return new Outcome(file.state(), over(file, application));
    }

    /** An appeal is heard once, however it ends. */
    private static Affairs over(CaseFile file, Application application) {
        var over = file.affairs().asking(null);
        return application.subject() == Subject.APPEAL ? over.appealing(false) : over;
    }
}
