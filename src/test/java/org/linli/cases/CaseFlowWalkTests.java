package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.cases.CaseState.Closed;
import org.linli.cases.CaseState.Reported;
import org.linli.cases.CaseState.Solution.ByUnit;

/** Random walks through the flow; a failure names its seed. */
class CaseFlowWalkTests {

    private record Taken(CaseState from, CaseStep step, CaseState to) {}

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noWalkReachesAClosingByAUnitUnchecked(long seed) {
        var walk = walk(seed);
        for (var at = 0; at < walk.size(); at++) {
            if (walk.get(at).to() instanceof Closed(_, ByUnit _, _)
                    && !(walk.get(at).from() instanceof Closed)) {
                assertThat(walk.get(at).step().kind()).isEqualTo(CaseStep.Kind.CLOSE);
                assertThat(walk.get(at - 1).step().kind()).isEqualTo(CaseStep.Kind.CHECK);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noStepButADispatchStartsAClock(long seed) {
        for (var taken : walk(seed)) {
            if (timer(taken.from()) == null && timer(taken.to()) != null) {
                assertThat(taken.step().kind()).isEqualTo(CaseStep.Kind.DISPATCH);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRunningClockNeverChangesItsDueTime(long seed) {
        for (var taken : walk(seed)) {
            var before = timer(taken.from());
            var after = timer(taken.to());
            if (before != null && after != null) {
                assertThat(after.startedAt()).isEqualTo(before.startedAt());
                assertThat(after.dueAt()).isEqualTo(before.dueAt());
            }
        }
    }

    private static List<Taken> walk(long seed) {
        var random = new SplittableRandom(seed);
        var walk = new ArrayList<Taken>();
        CaseState state = new Reported();
        for (var length = 0; length < 60; length++) {
            var step = CaseFlowTests.STEPS.get(random.nextInt(CaseFlowTests.STEPS.size()));
            if (CaseFlow.from(state).contains(step.kind())) {
                var next = CaseFlowTests.next(state, step);
                walk.add(new Taken(state, step, next));
                state = next;
            }
        }
        return walk;
    }

    private static CaseState.@Nullable Timer timer(CaseState state) {
        return switch (state) {
            case CaseState.Returned(_, var timer) -> timer;
            case CaseState.Contested(_, var timer) -> timer;
            case CaseState.Dispatched(_, _, var timer) -> timer;
            case CaseState.Handled(_, _, var timer) -> timer;
            case CaseState.Checked(_, _, var timer) -> timer;
            case Closed(_, ByUnit(_, var timer), _) -> timer;
            default -> null;
        };
    }
}
