package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
import org.linli.cases.CaseStep.Check;
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

/** The table of the steps of a service, one sentence a line. */
class ServiceFlowTests {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofHours(3));
    private static final Filing MEALS = new Filing("20002", 1, 2, "4CH");
    private static final Timer BEGUN = new Timer(NOW, NOW.plus(Duration.ofHours(4)));
    private static final Timer RUNNING = new Timer(BEFORE, BEFORE.plus(Duration.ofHours(4)));
    private static final Timer SENT_BACK = RUNNING.sentBackBy("SQ");
    private static final String CANTEEN = "YLFW";
    private static final String ASKING = "staff:asking";

    /** Where nobody has taken it on yet. */
    private static final List<CaseState> INTAKE =
            List.of(new Reported(), new Accepted(), new Verified(true), new Filed(MEALS));

    private static final List<CaseState> OPEN =
            Stream.concat(
                            INTAKE.stream(),
                            Stream.of(
                                    new Returned(MEALS, SENT_BACK),
                                    new Held(new Dispatched(MEALS, CANTEEN, RUNNING), BEFORE),
                                    new Dispatched(MEALS, CANTEEN, RUNNING),
                                    new Dispatched(MEALS, null, RUNNING),
                                    new Handled(MEALS, CANTEEN, RUNNING),
                                    new Handled(MEALS, null, RUNNING)))
                    .toList();

    private static final List<CaseState> OTHERS =
            List.of(
                    closed(false),
                    closed(true),
                    new Contested(MEALS, SENT_BACK),
                    new Checked(MEALS, CANTEEN, RUNNING),
                    new Refused(),
                    new Merged(7),
                    new SplitUp());

    private static final List<CaseStep> OWN =
            List.of(
                    new Match(CANTEEN, MEALS),
                    new Help(MEALS),
                    new Confirm(true),
                    new CallBack(true, true));

    private static final Set<Kind> OF_SERVICES =
            EnumSet.of(Kind.MATCH, Kind.HELP, Kind.CONFIRM, Kind.CALL_BACK);

    private static final Set<Kind> OF_CASES =
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
                    Kind.CLOSE);

    @Test
    void whatIsAcceptedOrRefusedStandsAsACaseWould() {
        assertThat(next(new Reported(), new Accept())).isEqualTo(new Accepted());
        for (var state : List.of(new Reported(), new Accepted(), new Verified(false))) {
            assertThat(next(state, new Refuse())).isEqualTo(new Refused());
        }
    }

    @Test
    void theClockStartsOnceAUnitOrTheGridTakesItOn() {
        for (var state : INTAKE) {
            assertThat(next(state, new Match(CANTEEN, MEALS)))
                    .isEqualTo(new Dispatched(MEALS, CANTEEN, BEGUN));
            assertThat(next(state, new Match(null, MEALS)))
                    .isEqualTo(new Dispatched(MEALS, null, BEGUN));
            assertThat(next(state, new Help(MEALS))).isEqualTo(new Handled(MEALS, null, BEGUN));
        }
    }

    @Test
    void whatAUnitSentBackGoesOnOnItsClock() {
        var returned = next(new Dispatched(MEALS, "SQ", RUNNING), new Return());

        assertThat(returned).isEqualTo(new Returned(MEALS, SENT_BACK));
        assertThat(next(returned, new Match(CANTEEN, MEALS)))
                .isEqualTo(new Dispatched(MEALS, CANTEEN, SENT_BACK));
        assertThat(next(returned, new Help(MEALS))).isEqualTo(new Handled(MEALS, null, SENT_BACK));
    }

    @Test
    void theGridHelpsItselfOrFindsAUnitThatDoes() {
        var grid = new Dispatched(MEALS, null, RUNNING);

        assertThat(next(grid, new Help(MEALS))).isEqualTo(new Handled(MEALS, null, RUNNING));
        assertThat(next(grid, new Match(CANTEEN, MEALS)))
                .isEqualTo(new Dispatched(MEALS, CANTEEN, RUNNING));
        assertRefused(grid, new Match(null, MEALS));
        assertRefused(grid, new Handle());
        assertRefused(grid, new Return());
    }

    @Test
    void aUnitDoesWhatItTookOn() {
        var unit = new Dispatched(MEALS, CANTEEN, RUNNING);

        assertThat(next(unit, new Handle())).isEqualTo(new Handled(MEALS, CANTEEN, RUNNING));
        assertRefused(unit, new Help(MEALS));
        assertRefused(unit, new Match("SQ", MEALS));
    }

    @Test
    void theWordOfWhoAskedClosesItOrSendsItBackToWhoHelped() {
        for (var unit : new @Nullable String[] {CANTEEN, null}) {
            var done = new Handled(MEALS, unit, RUNNING);
            var closed = new Closed(MEALS, new ByUnit(unit, RUNNING), false);
            var again = new Dispatched(MEALS, unit, RUNNING);

            assertThat(next(done, new Confirm(true))).isEqualTo(closed);
            assertThat(next(done, new Confirm(false))).isEqualTo(again);
            assertThat(next(done, new CallBack(true, true))).isEqualTo(closed);
            assertThat(next(done, new CallBack(true, false))).isEqualTo(again);
        }
    }

    @Test
    void whoIsNotReachedChangesNothing() {
        var done = new Handled(MEALS, CANTEEN, RUNNING);

        assertThat(next(done, new CallBack(false, true))).isEqualTo(done);
    }

    @Test
    void itIsRatedOnceAndReopenedOnANewClock() {
        assertThat(next(closed(false), new Rate(5, true))).isEqualTo(closed(true));
        assertRefused(closed(true), new Rate(5, true));
        assertThat(next(closed(true), new Reopen())).isEqualTo(new Filed(MEALS));
    }

    @Test
    void aHoldMovesItsDueTimeAsThatOfACase() {
        var held = new Held(new Dispatched(MEALS, CANTEEN, RUNNING), BEFORE);

        assertThat(next(held, new Unhold()))
                .isEqualTo(
                        new Dispatched(
                                MEALS,
                                CANTEEN,
                                RUNNING.resumedTo(BEFORE.plus(Duration.ofHours(7)))));
    }

    @Test
    void itIsMergedWhileItIsOpenAndSplitBeforeAnybodyTookItOn() {
        for (var state : OPEN) {
            assertThat(next(state, new Merge(9))).isEqualTo(new Merged(9));
        }
        for (var state : INTAKE) {
            assertThat(next(state, new Split(List.of()))).isEqualTo(new SplitUp());
        }
    }

    @Test
    void offersExactlyTheStepsItTakes() {
        var steps = Stream.concat(CaseFlowTests.STEPS.stream(), OWN.stream()).toList();
        for (var state : Stream.concat(OPEN.stream(), OTHERS.stream()).toList()) {
            for (var step : steps) {
                if (ServiceFlow.from(state).contains(step.kind())) {
                    assertThat(next(state, step)).isNotNull();
                } else {
                    assertRefused(state, step);
                }
            }
        }
    }

    @Test
    void eachFlowKnowsItsOwnStepsAlone() {
        for (var kind : Kind.values()) {
            assertForeign(OF_CASES.contains(kind), Flow.SERVICE, new Reported(), kind);
            assertForeign(OF_SERVICES.contains(kind), Flow.CASE, new Filed(MEALS), kind);
            // until it is filed, somebody may still find that it is a service
            assertForeign(
                    OF_SERVICES.contains(kind) && kind != Kind.MATCH,
                    Flow.CASE,
                    new Reported(),
                    kind);
        }
    }

    @Test
    void aStepOfTheOtherFlowIsRefusedAsSuch() {
        var service = file(Flow.SERVICE, new Handled(MEALS, CANTEEN, RUNNING), List.of());

        assertThatExceptionOfType(OtherFlow.class)
                .isThrownBy(() -> ServiceFlow.require(service, new Check()));
    }

    @Test
    void whoHelpedDoesNotSayForWhoAskedThatItIsDone() {
        var done = new Handled(MEALS, null, RUNNING);

        assertThatExceptionOfType(CannotApply.class)
                .isThrownBy(() ->
                        ServiceFlow.require(
                                file(Flow.SERVICE, done, List.of(ASKING)), new Confirm(true)));
        assertThatNoException()
                .isThrownBy(() -> {
                    var others = List.of("staff:member");
                    ServiceFlow.require(file(Flow.SERVICE, done, others), new Confirm(true));
                    var open = file(Flow.SERVICE, new Reported(), List.of(ASKING));
                    ServiceFlow.require(open, new Confirm(true));
                    ServiceFlow.require(open, new Accept());
                });
    }

    private static void assertForeign(boolean foreign, Flow flow, CaseState state, Kind kind) {
        var refused = catchThrowable(() -> ServiceFlow.require(file(flow, state, List.of()), kind));
        assertThat(refused instanceof OtherFlow).as("%s of a %s", kind, flow).isEqualTo(foreign);
    }

    private static CaseFile file(Flow flow, CaseState state, List<String> handlers) {
        var reported = Walk.reported(flow, Walk.report(Source.RESIDENT, null, ASKING));
        return new CaseFile(
                reported.key(),
                reported.caseNo(),
                reported.version(),
                state,
                flow,
                reported.report(),
                reported.milestones(),
                reported.counts(),
                reported.feedback(),
                handlers,
                null,
                reported.affairs());
    }

    private static CaseState next(CaseState state, CaseStep step) {
        return ServiceFlow.next(state, step, NOW, CaseFlowTests.HOURS);
    }

    private static Closed closed(boolean rated) {
        return new Closed(MEALS, new ByUnit(CANTEEN, RUNNING), rated);
    }

    private static void assertRefused(CaseState state, CaseStep step) {
        assertThatExceptionOfType(StepNotAllowed.class).isThrownBy(() -> next(state, step));
    }
}
