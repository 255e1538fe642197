package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.linli.cases.CaseState.Solution.ByGrid;
import org.linli.cases.CaseState.Solution.ByUnit;
import org.linli.cases.CaseState.Solution.Elsewhere;
import org.linli.cases.CaseState.Solution.Forced;
import org.linli.cases.CaseState.SplitUp;
import org.linli.cases.CaseState.Timer;
import org.linli.cases.CaseState.Verified;
import org.linli.cases.CaseStep.Accept;
import org.linli.cases.CaseStep.Check;
import org.linli.cases.CaseStep.Close;
import org.linli.cases.CaseStep.Dispatch;
import org.linli.cases.CaseStep.Extend;
import org.linli.cases.CaseStep.File;
import org.linli.cases.CaseStep.ForceClose;
import org.linli.cases.CaseStep.Handle;
import org.linli.cases.CaseStep.HoldUp;
import org.linli.cases.CaseStep.Merge;
import org.linli.cases.CaseStep.Rate;
import org.linli.cases.CaseStep.Refuse;
import org.linli.cases.CaseStep.Reopen;
import org.linli.cases.CaseStep.Return;
import org.linli.cases.CaseStep.Rework;
import org.linli.cases.CaseStep.Rule;
import org.linli.cases.CaseStep.SelfHandle;
import org.linli.cases.CaseStep.Split;
import org.linli.cases.CaseStep.Unhold;
import org.linli.cases.CaseStep.Verify;
import org.linli.catalogue.Flow;
import org.linli.platform.problem.Problem;
import org.linli.platform.words.Words;

/** The table of steps, one sentence a line. */
class CaseFlowTests {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofHours(3));
    private static final Instant DUE = NOW.plus(Duration.ofHours(4));
    private static final Filing LAMP = new Filing("12005", 1, 2, "4CH");
    private static final Filing LITTER = new Filing("11001", 1, 2, "1CH");
    private static final Timer RUNNING = new Timer(BEFORE, BEFORE.plus(Duration.ofHours(4)));

    private static final Timer SENT_BACK = RUNNING.sentBackBy("HW");
    private static final Timer CONTESTED = SENT_BACK.sentBackBy("LD");

    static final List<CaseState> STATES =
            List.of(
                    new Reported(),
                    new Accepted(),
                    new Verified(true),
                    new Verified(false),
                    new Filed(LAMP),
                    new Returned(LAMP, SENT_BACK),
                    new Contested(LAMP, CONTESTED),
                    new Refused(),
                    new Dispatched(LAMP, "LD", RUNNING),
                    new Dispatched(LAMP, "LD", SENT_BACK),
                    new Dispatched(LAMP, "LD", CONTESTED.settled()),
                    new Handled(LAMP, "LD", RUNNING),
                    new Checked(LAMP, "LD", RUNNING),
                    new Closed(LAMP, new ByUnit("LD", RUNNING), false),
                    new Closed(LAMP, new ByUnit("LD", RUNNING), true),
                    new Closed(LAMP, new ByGrid(DUE, true), false),
                    new Closed(LAMP, new ByGrid(DUE, false), true),
                    new Closed(LAMP, new Elsewhere(null), false),
                    new Held(new Filed(LAMP), BEFORE),
                    new Closed(LAMP, new Forced("LD", RUNNING), false),
                    new Merged(7),
                    new SplitUp());

    static final List<CaseStep> STEPS =
            List.of(
                    new Accept(),
                    new Verify(true),
                    new File(LITTER),
                    new Refuse(),
                    new SelfHandle(LITTER, false),
                    new Dispatch("HW", null),
                    new Return(),
                    new Rule("HW", null),
                    new Handle(),
                    new Check(),
                    new Rework(),
                    new Close(),
                    new Rate(5, true),
                    new Reopen(),
                    new Merge(7),
                    new Split(List.of()),
                    new Unhold());

    static Stream<CaseState> states() {
        return STATES.stream();
    }

    @Test
    void whatCannotBeDoneIsToldInWordsInBothLanguages() {
        for (var kind : CaseStep.Kind.values()) {
            assertThat(Words.say(new NotYourStep(kind, Flow.CASE).told(), Locale.CHINESE))
                    .doesNotContain(kind.code());
        }
        for (var state : STATES) {
            var told = new StepNotAllowed(state, CaseStep.Kind.HANDLE).told();
            assertThat(Words.say(told, Locale.CHINESE)).contains("处置反馈").doesNotContain("_");
            assertThat(Words.say(told, Locale.ENGLISH)).doesNotContain(state.code());
        }
        var held = new StepNotAllowed(new Held(new Filed(LAMP), BEFORE), CaseStep.Kind.HANDLE);
        assertThat(Words.say(held.told(), Locale.CHINESE)).contains("挂账");
    }

    @Test
    void aReportIsAcceptedThenVerifiedThenFiled() {
        assertThat(next(new Reported(), new Accept())).isEqualTo(new Accepted());
        assertThat(next(new Accepted(), new Verify(false))).isEqualTo(new Verified(false));
        assertThat(next(new Verified(true), new File(LAMP))).isEqualTo(new Filed(LAMP));
    }

    @Test
    void aReportIsFiledOrRefusedAtAnyPointOfItsIntake() {
        for (var state : List.of(new Reported(), new Accepted(), new Verified(true))) {
            assertThat(next(state, new File(LAMP))).isEqualTo(new Filed(LAMP));
            assertThat(next(state, new Refuse())).isEqualTo(new Refused());
        }
    }

    @Test
    void theGridSolvesAReportInOneActWithItsLimitFromThatMoment() {
        var dueAt = NOW.plus(Duration.ofHours(1));

        assertThat(next(new Reported(), new SelfHandle(LITTER, true)))
                .isEqualTo(new Closed(LITTER, new ByGrid(dueAt, true), false));
        assertThat(next(new Filed(LAMP), new SelfHandle(LITTER, false)))
                .isEqualTo(new Closed(LITTER, new ByGrid(dueAt, false), false));
    }

    @Test
    void theClockStartsAtTheDispatch() {
        assertThat(next(new Filed(LAMP), new Dispatch("LD", null)))
                .isEqualTo(new Dispatched(LAMP, "LD", new Timer(NOW, DUE)));
    }

    @Test
    void aReturnedCaseIsDispatchedAgainOnTheClockOfItsFirstDispatch() {
        var returned = next(new Dispatched(LAMP, "LD", RUNNING), new Return());

        assertThat(returned).isEqualTo(new Returned(LAMP, RUNNING.sentBackBy("LD")));
        assertThat(next(returned, new Dispatch("HW", null)))
                .isEqualTo(new Dispatched(LAMP, "HW", RUNNING.sentBackBy("LD")));
    }

    @Test
    void whatIsSentBackTwiceOnOneClockWaitsForARulingAndIsDispatchedByNothingElse() {
        var contested = next(new Dispatched(LAMP, "LD", SENT_BACK), new Return());

        assertThat(contested).isEqualTo(new Contested(LAMP, CONTESTED));
        assertThat(contested.code()).isEqualTo("FILED");
        assertThat(CONTESTED.returnedBy()).containsExactly("HW", "LD");
        assertThatExceptionOfType(RulingNeeded.class)
                .isThrownBy(() -> next(contested, new Dispatch("SZ", null)));
        assertThat(next(contested, new Rule("SZ", "LD")))
                .isEqualTo(new Dispatched(LAMP, "SZ", CONTESTED.settled()));
    }

    @Test
    void whoeverWasGivenACaseByARulingHandlesItAndDoesNotSendItBack() {
        var ruled = new Dispatched(LAMP, "SZ", CONTESTED.settled());

        assertThatExceptionOfType(BoundByRuling.class).isThrownBy(() -> next(ruled, new Return()));
        assertThat(next(ruled, new Handle()))
                .isEqualTo(new Handled(LAMP, "SZ", CONTESTED.settled()));
        assertThat(next(new Handled(LAMP, "SZ", CONTESTED.settled()), new Rework()))
                .isEqualTo(new Dispatched(LAMP, "SZ", CONTESTED.settled().sentToRework()));
    }

    @Test
    void aReopenedCaseForgetsWhoSentItBack() {
        var closed = new Closed(LAMP, new ByUnit("SZ", CONTESTED.settled()), false);

        var again = next(next(closed, new Reopen()), new Dispatch("SZ", null));

        assertThat(next(again, new Return())).isInstanceOf(Returned.class);
    }

    @Test
    void aReturnThatDoesNotSayWhoseItWasCountsAllTheSame() {
        assertThat(RUNNING.sentBackBy(null).returnedBy()).containsExactly("");
    }

    @Test
    void theGridMaySolveWhatAUnitReturnedWithinTheSameLimit() {
        assertThat(next(new Returned(LAMP, RUNNING), new SelfHandle(LITTER, false)))
                .isEqualTo(new Closed(LITTER, new ByGrid(RUNNING.dueAt(), false), false));
    }

    @Test
    void aDrawnClosingThatACheckFindsWantingIsOpenAgain() {
        var drawn = new Closed(LAMP, new ByGrid(DUE, true), true);

        assertThat(next(drawn, new Rework())).isEqualTo(new Filed(LAMP));
        assertRefused(new Closed(LAMP, new ByGrid(DUE, false), false), new Rework());
    }

    @Test
    void aReworkedCaseKeepsItsUnitAndItsFirstDueTime() {
        var handled = next(new Dispatched(LAMP, "LD", RUNNING), new Handle());

        assertThat(handled).isEqualTo(new Handled(LAMP, "LD", RUNNING));
        assertThat(next(handled, new Rework()))
                .isEqualTo(new Dispatched(LAMP, "LD", RUNNING.sentToRework()));
    }

    @Test
    void theThirdReworkBringsACaseBeforeTheShiftLeader() {
        var twice = RUNNING.sentToRework().sentToRework();
        var thrice = twice.sentToRework();

        assertThat(next(new Handled(LAMP, "LD", RUNNING.sentToRework()), new Rework()))
                .isEqualTo(new Dispatched(LAMP, "LD", twice));
        assertThat(next(new Handled(LAMP, "LD", twice), new Rework()))
                .isEqualTo(new Contested(LAMP, thrice.sentBackBy("LD")));
        assertThat(thrice.reworked()).isEqualTo(3);
        assertThat(thrice.settled().reworked()).isZero();
    }

    @Test
    void aCheckedCaseIsClosedForTheUnitThatSolvedIt() {
        var checked = next(new Handled(LAMP, "LD", RUNNING), new Check());

        assertThat(checked).isEqualTo(new Checked(LAMP, "LD", RUNNING));
        assertThat(next(checked, new Close()))
                .isEqualTo(new Closed(LAMP, new ByUnit("LD", RUNNING), false));
    }

    @Test
    void aSampledCaseIsCheckedOnceAndStaysClosed() {
        var checked = next(new Closed(LAMP, new ByGrid(DUE, true), false), new Check());

        assertThat(checked).isEqualTo(new Closed(LAMP, new ByGrid(DUE, false), false));
        assertRefused(checked, new Check());
    }

    @Test
    void whatAUnitSolvedIsNotCheckedAgainOnceItIsClosed() {
        assertRefused(new Closed(LAMP, new ByUnit("LD", RUNNING), false), new Check());
    }

    @Test
    void aClosedCaseIsRatedOnce() {
        var rated = next(new Closed(LAMP, new ByUnit("LD", RUNNING), false), new Rate(4, true));

        assertThat(rated).isEqualTo(new Closed(LAMP, new ByUnit("LD", RUNNING), true));
        assertRefused(rated, new Rate(5, true));
    }

    @Test
    void aReopenedCaseIsFiledAsBeforeAndGetsANewClockAtItsNextDispatch() {
        var reopened = next(new Closed(LAMP, new ByUnit("LD", RUNNING), true), new Reopen());

        assertThat(reopened).isEqualTo(new Filed(LAMP));
        assertThat(next(reopened, new Dispatch("LD", null)))
                .isEqualTo(new Dispatched(LAMP, "LD", new Timer(NOW, DUE)));
    }

    @Test
    void anOpenCaseIsMergedFromWhereverItStandsAndThenNothingMore() {
        for (var state : STATES) {
            if (CaseState.OVER.contains(state.code())) {
                assertRefused(state, new Merge(9));
            } else {
                assertThat(next(state, new Merge(9))).isEqualTo(new Merged(9));
            }
        }
        STEPS.forEach(step -> assertRefused(new Merged(9), step));
    }

    @Test
    void aCaseOnHoldGoesOnWhereItStoodWithItsDueTimeAsMuchLater() {
        var later = BEFORE.plus(Duration.ofHours(7));
        var moved = RUNNING.resumedTo(later);
        var dispatched = new Dispatched(LAMP, "LD", RUNNING);
        var sentBack = new Returned(LAMP, SENT_BACK);

        assertThat(next(dispatched, new HoldUp())).isEqualTo(new Held(dispatched, NOW));
        assertThat(next(new Held(dispatched, BEFORE), new Unhold()))
                .isEqualTo(new Dispatched(LAMP, "LD", moved));
        assertThat(next(new Held(sentBack, BEFORE), new Unhold()))
                .isEqualTo(new Returned(LAMP, SENT_BACK.resumedTo(later)));
        assertThat(next(new Held(new Filed(LAMP), BEFORE), new Unhold()))
                .isEqualTo(new Filed(LAMP));
        for (var state : List.of(new Filed(LAMP), sentBack)) {
            assertThat(next(state, new HoldUp())).isEqualTo(new Held(state, NOW));
        }
    }

    @Test
    void aCaseOnHoldIsFiledAndTimedAsTheOneItPauses() {
        var held = new Held(new Dispatched(LAMP, "LD", RUNNING), BEFORE);

        assertThat(held.code()).isEqualTo("DISPATCHED");
        assertThat(held.unitCode()).isEqualTo("LD");
        assertThat(held.filing()).isEqualTo(LAMP);
        assertThat(held.timer()).isEqualTo(RUNNING);
    }

    @Test
    void anExtensionAddsTheLimitOnceMoreToTheDueTime() {
        var dueAt = BEFORE.plus(Duration.ofHours(8));

        assertThat(next(new Dispatched(LAMP, "LD", SENT_BACK), new Extend()))
                .isEqualTo(new Dispatched(LAMP, "LD", SENT_BACK.extendedTo(dueAt)));
        assertThat(SENT_BACK.extendedTo(dueAt).extended()).isEqualTo(1);
        assertThat(next(new Dispatched(LAMP, "LD", new Timer(BEFORE, null)), new Extend()))
                .isEqualTo(new Dispatched(LAMP, "LD", new Timer(BEFORE, null).extendedTo(null)));
    }

    @Test
    void aForcedClosingTellsWhoHadTheCaseAndSolvesNothing() {
        assertThat(next(new Handled(LAMP, "LD", RUNNING), new ForceClose()))
                .isEqualTo(new Closed(LAMP, new Forced("LD", RUNNING), false));
        assertThat(next(new Filed(LAMP), new ForceClose()))
                .isEqualTo(new Closed(LAMP, new Forced(null, null), false));
        assertThat(next(new Held(new Filed(LAMP), BEFORE), new ForceClose()))
                .isEqualTo(new Closed(LAMP, new Forced(null, null), false));
        assertThat(new Closed(LAMP, new Forced("LD", RUNNING), false).timer()).isEqualTo(RUNNING);
        assertThat(new Closed(LAMP, new Forced("LD", RUNNING), false).unitCode()).isEqualTo("LD");
        for (var open : List.of(new Contested(LAMP, CONTESTED), new Returned(LAMP, SENT_BACK))) {
            assertThat(next(open, new ForceClose()).code()).isEqualTo("CLOSED");
        }
        assertThat(next(new Checked(LAMP, "LD", RUNNING), new ForceClose()).code())
                .isEqualTo("CLOSED");
        for (var state : List.of(new Reported(), new Accepted(), new Refused(), new Merged(7))) {
            assertRefused(state, new ForceClose());
        }
    }

    @Test
    void nothingIsExtendedOrHeldThatNoUnitHas() {
        for (var state : List.of(new Reported(), new Handled(LAMP, "LD", RUNNING))) {
            assertRefused(state, new Extend());
            assertRefused(state, new HoldUp());
        }
        assertRefused(new Held(new Filed(LAMP), BEFORE), new Handle());
        assertRefused(new Held(new Filed(LAMP), BEFORE), new Dispatch("LD", null));
    }

    @Test
    void aRefusedReportGoesNowhere() {
        STEPS.forEach(step -> assertRefused(new Refused(), step));
    }

    @Test
    void whatIsNotDispatchedYetIsSplit() {
        for (var state :
                List.of(new Reported(), new Accepted(), new Verified(true), new Filed(LAMP))) {
            assertThat(next(state, new Split(List.of()))).isEqualTo(new SplitUp());
        }
        assertRefused(new Returned(LAMP, SENT_BACK), new Split(List.of()));
        assertRefused(new Dispatched(LAMP, "LD", RUNNING), new Split(List.of()));
    }

    @Test
    void aMatterWithoutLimitIsNeverDue() {
        var local = new Filing("L001", 1, 0, null);

        assertThat(next(new Filed(local), new Dispatch("LD", null)))
                .isEqualTo(new Dispatched(local, "LD", new Timer(NOW, null)));
    }

    @Test
    void whatCameFiledUnderNoConditionIsDispatchedUnderTheOneItIsGiven() {
        var imported = new Filed(new Filing("12004", 1, 0, null));

        assertThat(next(imported, new Dispatch("LD", LAMP)))
                .isEqualTo(new Dispatched(LAMP, "LD", new Timer(NOW, DUE)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void offersExactlyTheStepsItTakes(CaseState state) {
        for (var step : STEPS) {
            if (CaseFlow.from(state).contains(step.kind())) {
                assertThat(next(state, step)).isNotNull();
            } else {
                assertRefused(state, step);
            }
        }
    }

    @Test
    void statesAndStepsAreSpeltAsTheContractSpellsThem() {
        assertThat(STATES.stream().map(CaseState::code).distinct())
                .containsExactly(
                        "REPORTED",
                        "ACCEPTED",
                        "VERIFIED",
                        "FILED",
                        "REFUSED",
                        "DISPATCHED",
                        "HANDLED",
                        "CHECKED",
                        "CLOSED",
                        "MERGED",
                        "SPLIT");
        assertThat(STEPS.stream().map(step -> step.kind().code()))
                .containsExactly(
                        "accept",
                        "verify",
                        "file",
                        "refuse",
                        "self-handle",
                        "dispatch",
                        "return",
                        "rule",
                        "handle",
                        "check",
                        "rework",
                        "close",
                        "rate",
                        "reopen",
                        "merge",
                        "split",
                        "unhold");
    }

    @ParameterizedTest
    @EnumSource
    void aStepNeedsTheRightOfItsOwnName(CaseStep.Kind kind) {
        assertThat(kind.action()).hasToString("CASE_" + kind);
    }

    private static void assertRefused(CaseState state, CaseStep step) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> next(state, step))
                .satisfies(problem -> {
                    if (problem instanceof StepNotAllowed) {
                        assertThat(problem.told())
                                .isEqualTo(new StepNotAllowed(state, step.kind()).told());
                    } else {
                        assertThat(problem)
                                .isInstanceOfAny(RulingNeeded.class, BoundByRuling.class);
                    }
                });
    }

    /** A limit counts continuous hours here; what else it may count is the calendar's business. */
    static CaseState next(CaseState state, CaseStep step) {
        return CaseFlow.next(state, step, NOW, HOURS);
    }

    static final CaseFlow.DueTime HOURS =
            new CaseFlow.DueTime() {
                @Override
                public @Nullable Instant of(@Nullable String limit, Instant start) {
                    return limit == null
                            ? null
                            : start.plus(Duration.ofHours(Long.parseLong(limit.substring(0, 1))));
                }

                @Override
                public @Nullable Instant resumed(
                        @Nullable String limit,
                        @Nullable Instant dueAt,
                        Instant heldFrom,
                        Instant heldTo) {
                    return dueAt == null ? null : dueAt.plus(Duration.between(heldFrom, heldTo));
                }
            };
}
