package org.linli.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.AccessContext;
import org.linli.cases.CaseState.Held;
import org.linli.platform.operation.Claim;
import org.linli.platform.operation.Operations;
import org.linli.platform.rounds.Round;
import org.springframework.stereotype.Component;

/** Lets cases go on by themselves whose hold has reached its date, to the second. */
@Component
class Holds implements Round {

    private final CaseStore store;
    private final StepStore steps;
    private final HoldStore holds;
    private final CaseIds ids;
    private final Limits limits;
    private final Operations operations;
    private final Clock clock;

    Holds(
            CaseStore store,
            StepStore steps,
            HoldStore holds,
            CaseIds ids,
            Limits limits,
            Operations operations,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.holds = holds;
        this.ids = ids;
        this.limits = limits;
        this.operations = operations;
        this.clock = clock;
    }

    /** What is on hold now, for anybody to see. */
    List<HeldCase> shown() {
        return AccessContext.asSystem("held cases", holds::shown);
    }

    @Override
    public String name() {
        return "cases.holds";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void go() {
        end();
    }

    void end() {
        end(clock.instant());
    }

    /** Ends the holds whose date has come by then. */
    void end(Instant now) {
        AccessContext.asSystem("holds", () -> holds.over(now).forEach(key -> end(key, now)));
    }

    private void end(CaseKey key, Instant now) {
        store.find(key)
                .ifPresent(file -> {
                    if (file.state() instanceof Held && file.heldUntil() instanceof Instant until) {
                        end(file, until, now);
                    }
                });
    }

    /** Somebody may have ended it at this very moment; then it is over as well. */
    private void end(CaseFile file, Instant until, Instant now) {
        var step = new CaseStep.Unhold();
        var moved = file.moved(step, "system", until, limits);
        var event =
                new CaseEvent(
                        ids.next(),
                        moved.version(),
                        step.kind().code(),
                        moved.state().code(),
                        until,
                        now,
                        "system",
                        "",
                        "system",
                        moved.unitCode(),
                        "",
                        Map.of());
        var operation = operations.of("system", UUID.randomUUID(), event);
        steps.move(moved, event, new Claim(operation, operations.answer(200, file.caseNo())));
    }
}
