package org.linli.cases.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a case amounts to: the state it stands in, and the steps it must have taken. What
 * the row does not say is not made up: of returns it knows the number but not the times, so they
 * are no steps.
 */
record Unfolding(String state, List<PastStep> steps) {

    Unfolding {
        steps = List.copyOf(steps);
    }

    static Unfolding of(PastCase past) {
        var steps = new Steps(past).told();
        return new Unfolding(steps.getLast().state(), steps);
    }

    /**
     * Whether the times contradict each other, such as closed before reported. A check after the
     * closing is in order where the grid solved the case itself: a sample.
     */
    static boolean timesDoubtful(PastCase past) {
        var times = past.times();
        var sampled = past.outcome().selfHandled();
        return goesBack(
                        times.reportedAt(),
                        times.filedAt(),
                        times.dispatchedAt(),
                        times.handledAt(),
                        sampled ? null : times.checkedAt(),
                        times.closedAt())
                || goesBack(times.reportedAt(), times.refusedAt())
                || goesBack(times.reportedAt(), times.cancelledAt())
                || goesBack(times.reportedAt(), times.handledAt(), times.checkedAt());
    }

    private static boolean goesBack(@Nullable Instant... inOrder) {
        var known = Stream.of(inOrder).filter(Objects::nonNull).toList();
        for (int i = 1; i < known.size(); i++) {
            if (known.get(i).isBefore(known.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Collects the steps of one row in the order of the flow. */
    private static final class Steps {

        private final PastCase past;
        private final PastCase.Times times;
        private final List<PastStep> steps = new ArrayList<>();
        private @Nullable String unit;

        Steps(PastCase past) {
            this.past = past;
            this.times = past.times();
        }

        List<PastStep> told() {
            add("report", "REPORTED", times.reportedAt());
            add("file", "FILED", times.filedAt());
            if (times.dispatchedAt() == null) {
                add("refuse", "REFUSED", times.refusedAt());
            }
            dispatched();
            if (past.outcome().selfHandled() && times.closedAt() != null) {
                solvedByGrid(times.closedAt());
            } else {
                solvedByUnit();
            }
            ended();
            return steps;
        }

        /** A case dispatched to a unit that is not known waits to be dispatched again. */
        private void dispatched() {
            unit = past.outcome().unitCode();
            add("dispatch", unit == null ? "FILED" : "DISPATCHED", times.dispatchedAt());
        }

        private void solvedByGrid(Instant closedAt) {
            var handledAt = times.handledAt() == null ? closedAt : times.handledAt();
            add("self-handle", "CLOSED", handledAt);
            if (!handledAt.equals(closedAt)) {
                add("close", "CLOSED", closedAt);
            }
            add("check", "CLOSED", times.checkedAt());
        }

        private void solvedByUnit() {
            add("handle", "HANDLED", times.handledAt());
            add("check", "CHECKED", times.checkedAt());
            add("close", "CLOSED", times.closedAt());
        }

        private void ended() {
            if (past.outcome().duplicateOf() != null) {
                var last = steps.getLast().at();
                add("merge", "MERGED", times.cancelledAt() == null ? last : times.cancelledAt());
            } else {
                var closed = times.closedAt() != null;
                add("cancel", closed ? "CLOSED" : "REFUSED", times.cancelledAt());
            }
        }

        private void add(String step, String state, @Nullable Instant at) {
            if (at != null) {
                steps.add(new PastStep(step, state, at, steps.isEmpty() ? null : unit));
            }
        }
    }
}
