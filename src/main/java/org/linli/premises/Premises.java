package org.linli.premises;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.calendar.Calendar;
import org.linli.grid.Grid;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.linli.premises.InspectionStore.Event;
import org.linli.premises.ShownInspection.Done;
import org.linli.premises.ShownInspection.ShownFinding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door: checks are planned, gone through, and seen again by another person. */
@Component
class Premises {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_LISTED = 200;

    private final InspectionStore store;
    private final Checklists checklists;
    private final Faults faults;
    private final Grid grid;
    private final Calendar calendar;
    private final Operations operations;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Premises(
            InspectionStore store,
            Checklists checklists,
            Faults faults,
            Grid grid,
            Calendar calendar,
            Operations operations,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.checklists = checklists;
        this.faults = faults;
        this.grid = grid;
        this.calendar = calendar;
        this.operations = operations;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<ShownInspection> list(Actor actor, boolean open) {
        var areas = Policy.scope(actor, Action.PREMISES_READ).areaPaths();
        return store.list(open, areas, MOST_LISTED).stream()
                .map(inspection -> shown(actor, inspection))
                .toList();
    }

    /**
     * @throws NoSuchInspection if there is none, or none the actor may see
     */
    ShownInspection see(Actor actor, UUID id) {
        return shown(actor, visible(actor, id));
    }

    /**
     * Has somebody go there.
     *
     * @throws InvalidValue if there is no such list or grid, or the day is over
     */
    Answer plan(Actor actor, NewTask said) {
        return once(
                actor,
                said.operationId(),
                said,
                201,
                () -> {
                    var inspection =
                            Inspection.planned(
                                    UUID.randomUUID(),
                                    said.task(actor, checklists, grid, today(), now()));
                    store.add(inspection);
                    noted(actor, inspection, "plan", "", Act.PREMISES_PLAN);
                    return shown(actor, inspection);
                });
    }

    /**
     * Takes a step, once.
     *
     * @throws NoSuchInspection if there is none, or none the actor may see
     * @throws NotYourStep if it is for somebody else to take
     * @throws StepNotAllowed if it cannot be taken from where the check stands
     * @throws OldVersion if somebody has taken a step since the actor looked
     */
    Answer take(Actor actor, UUID id, Step said) {
        return once(
                actor,
                said.operationId(),
                List.of(id, said),
                200,
                () -> {
                    // a fault is reported before the check moves on: two at once would report it
                    // twice
                    store.lock(id);
                    var inspection = visible(actor, id);
                    said.requireVersion(inspection);
                    return shown(actor, taken(actor, inspection, said));
                });
    }

    private Inspection taken(Actor actor, Inspection inspection, Step said) {
        var step = Text.required("step", said.step(), LONGEST_NAME);
        return switch (step) {
            case "inspect" -> inspected(actor, inspection, said);
            case "revisit" -> {
                var moved = inspection.revisited(actor.id(), said.mended(inspection));
                require(actor, Action.PREMISES_REVISIT, inspection, step);
                yield moved(actor, moved, step, said.said(), Act.PREMISES_REVISIT);
            }
            case "cancel" -> {
                var moved = inspection.cancelled();
                require(actor, Action.PREMISES_PLAN, inspection, step);
                yield moved(actor, moved, step, said.reason(), Act.PREMISES_CANCEL);
            }
            default -> throw new InvalidValue("premises/unknown-step", "step", step);
        };
    }

    private Inspection inspected(Actor actor, Inspection inspection, Step said) {
        var list = checklist(inspection);
        var moved = inspection.inspected(actor.id(), said.findings(list));
        require(actor, Action.PREMISES_INSPECT, inspection, "inspect");
        var inCases = faults.reported(actor, moved, list, said.photos());
        return moved(actor, inCases, "inspect", said.said(), Act.PREMISES_INSPECT);
    }

    private Inspection moved(Actor actor, Inspection moved, String step, String note, Act act) {
        if (!store.move(moved)) {
            throw new OldVersion(moved.version() - 1, moved.version());
        }
        noted(actor, moved, step, note, act);
        return moved;
    }

    private void noted(Actor actor, Inspection after, String step, String note, Act act) {
        var event = new Event(after.version(), step, now(), actor.id(), actor.name(), note);
        store.add(after, event);
        trail.record(trail.now(act, Thing.PREMISES, after.id().toString()));
    }

    private ShownInspection shown(Actor actor, Inspection inspection) {
        var task = inspection.task();
        var position = task.position();
        var overdue =
                inspection.state() == InspectionState.PLANNED && task.dueOn().isBefore(today());
        return new ShownInspection(
                inspection.id(),
                inspection.version(),
                inspection.state(),
                task.premises(),
                task.address(),
                task.cellCode(),
                position == null ? null : position.longitude(),
                position == null ? null : position.latitude(),
                checklist(inspection),
                task.dueOn(),
                overdue,
                inspection.findings().stream().map(ShownFinding::of).toList(),
                store.history(inspection).stream()
                        .map(one -> new Done(one.step(), one.at(), one.actorName(), one.note()))
                        .toList(),
                steps(actor, inspection));
    }

    private static List<String> steps(Actor actor, Inspection inspection) {
        var steps = new ArrayList<String>();
        if (inspection.state() == InspectionState.PLANNED) {
            if (may(actor, Action.PREMISES_INSPECT, inspection)) {
                steps.add("inspect");
            }
            if (may(actor, Action.PREMISES_PLAN, inspection)) {
                steps.add("cancel");
            }
        }
        if (inspection.state() == InspectionState.FAULTY
                && may(actor, Action.PREMISES_REVISIT, inspection)) {
            steps.add("revisit");
        }
        return steps;
    }

    private static void require(Actor actor, Action action, Inspection inspection, String step) {
        if (!may(actor, action, inspection)) {
            throw new NotYourStep(step);
        }
    }

    private static boolean may(Actor actor, Action action, Inspection inspection) {
        return Policy.decide(actor, action, inspection.resource()) == Decision.ALLOWED;
    }

    private Inspection visible(Actor actor, UUID id) {
        return store.find(id)
                .filter(one -> may(actor, Action.PREMISES_READ, one))
                .orElseThrow(() -> new NoSuchInspection(id));
    }

    private Checklist checklist(Inspection inspection) {
        return checklists.get(inspection.task().checklist(), inspection.task().checklistVersion());
    }

    private Answer once(
            Actor actor, UUID opId, Object content, int status, Supplier<ShownInspection> effect) {
        var operation = operations.of(actor.id(), opId, content);
        return operations.once(
                operation,
                () ->
                        transaction.execute(_ -> {
                            var answer = operations.answer(status, effect.get());
                            operations.claim(operation, answer);
                            return answer;
                        }));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }

    private Instant now() {
        return clock.instant();
    }
}
