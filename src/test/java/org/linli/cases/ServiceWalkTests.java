package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.access.Actor;
import org.linli.access.Role;
import org.linli.cases.CaseState.Closed;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseState.Held;
import org.linli.cases.CaseState.Solution.Forced;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.Milestones.Milestone;
import org.linli.catalogue.Flow;

/**
 * Random walks of services, on which also everything is tried that belongs to cases alone: they are
 * over by the word of whoever asked, and by nothing else.
 */
class ServiceWalkTests {

    private static final Filing MEALS = new Filing("20002", 1, 2, "4CH");
    private static final List<String> UNITS = List.of("YLFW", "SQ");
    private static final String MEMBER = "staff:member";

    private static final List<Actor> PEOPLE =
            List.of(
                    Walk.person("street", Role.STREET_DISPATCHER, null),
                    Walk.person("leader", Role.SHIFT_LEADER, null),
                    Walk.person("member", Role.GRID_MEMBER, null),
                    Walk.person("canteen", Role.UNIT_HANDLER, "YLFW"),
                    Walk.person("committee", Role.UNIT_HANDLER, "SQ"),
                    Walk.person("checker", Role.CHECKER, null),
                    Actor.ANONYMOUS);

    private static final class ServiceWalk extends Walk {

        /** Some were asked for by the member who helps. */
        ServiceWalk(long seed) {
            super(
                    seed,
                    PEOPLE,
                    Flow.SERVICE,
                    report(
                            Source.RESIDENT,
                            MEALS.matterCode(),
                            seed % 3 == 0 ? MEMBER : Actor.ANONYMOUS.id()));
        }

        @Override
        boolean mayBeRefused(CaseFile before, CaseStep step) {
            return step instanceof CaseStep.Match(var unit, _)
                    && unit == null
                    && before.state() instanceof CaseState.Dispatched;
        }

        @Override
        void everythingHolds(CaseFile before, CaseStep step) {
            assertThat(file.flow()).isEqualTo(Flow.SERVICE);
            assertThat(file.state().code()).isNotIn("VERIFIED", "CHECKED");
            assertThat(file.milestones().at(Milestone.CHECKED)).isNull();
            assertThat(file.counts().reworks()).isZero();
            assertThat(file.selfHandled()).isFalse();
            assertThat(file.awaiting()).isNotEqualTo(CaseFile.RULING);
            itIsOverByTheWordOfWhoAskedAlone(before, step);
            theClockIsOne(before, step);
        }

        private void itIsOverByTheWordOfWhoAskedAlone(CaseFile before, CaseStep step) {
            if (before.state() instanceof Closed || !(file.state() instanceof Closed closed)) {
                return;
            }
            assertThat(file.milestones().at(Milestone.CLOSED)).isEqualTo(now);
            if (closed.solution() instanceof Forced) {
                assertThat(step.kind()).isEqualTo(Kind.APPROVE);
                return;
            }
            assertThat(before.state()).isInstanceOf(CaseState.Handled.class);
            switch (step) {
                case CaseStep.Confirm(var solved) -> {
                    assertThat(solved).isTrue();
                    assertThat(before.handlers()).doesNotContain(before.report().reporter());
                }
                case CaseStep.CallBack act -> assertThat(act.found(true)).isTrue();
                default -> throw new AssertionError("Closed by " + step);
            }
        }

        /** It starts once somebody takes it on, and what is not done yet goes on on it. */
        private void theClockIsOne(CaseFile before, CaseStep step) {
            var timer = file.timer();
            assertThat(timer != null)
                    .isEqualTo(
                            file.milestones().at(Milestone.FILED) != null
                                    && !(file.state() instanceof CaseState.Filed)
                                    && !(file.state() instanceof CaseState.Merged)
                                    && !isNeverBegun());
            if (timer != null && before.timer() != null && !(step instanceof CaseStep.Reopen)) {
                assertThat(timer.startedAt()).isEqualTo(before.timer().startedAt());
            }
        }

        /** Held or closed by force before anybody took it on once more. */
        private boolean isNeverBegun() {
            return file.state() instanceof Held(CaseState.Filed _, _)
                    || file.state() instanceof Closed(_, Forced(_, var timer), _) && timer == null;
        }

        @Override
        CaseStep anyStep(Actor actor) {
            var by = actor.id();
            return switch (random.nextInt(40)) {
                case 0, 1 -> new CaseStep.Accept();
                case 2, 3, 4, 5, 6, 7 -> new CaseStep.Match(unit(), MEALS);
                case 8, 9 -> new CaseStep.Match(null, MEALS);
                case 10, 11, 12 -> new CaseStep.Help(MEALS);
                case 13, 14, 15 -> new CaseStep.Handle();
                case 16, 17 -> new CaseStep.Return();
                case 18, 19 -> new CaseStep.Confirm(random.nextBoolean());
                case 20, 21 -> new CaseStep.CallBack(random.nextBoolean(), random.nextBoolean());
                case 22 -> new CaseStep.Rate(random.nextInt(1, 6), random.nextBoolean());
                case 23, 24 -> new CaseStep.Reopen();
                case 25 -> new CaseStep.AskExtension(by);
                case 26 ->
                        new CaseStep.AskHold(
                                by, Application.Ground.SEASON, now.plus(Duration.ofDays(9)));
                case 27 -> new CaseStep.AskForcedClose(by);
                case 28, 29, 30 -> new CaseStep.Approve(by);
                case 31 -> new CaseStep.Decline(by);
                case 32 -> new CaseStep.Withdraw(by);
                case 33 -> new CaseStep.Unhold();
                case 34 -> new CaseStep.Take();
                case 35 -> new CaseStep.Urge();
                default -> rarely();
            };
        }

        private CaseStep rarely() {
            return switch (random.nextInt(24)) {
                case 0 -> new CaseStep.Merge(7);
                case 1 -> new CaseStep.Refuse();
                case 2 -> new CaseStep.Correct(null, "另一处", null);
                case 3, 4 -> new CaseStep.Verify(true);
                case 5, 6 -> new CaseStep.SelfHandle(MEALS, true);
                case 7, 8 -> new CaseStep.Dispatch(unit(), null);
                case 9, 10 -> new CaseStep.Check();
                case 11, 12 -> new CaseStep.Rework();
                case 13, 14 -> new CaseStep.Close();
                case 15 -> new CaseStep.Rule(unit(), null);
                case 16 -> new CaseStep.CoHandle(List.of(unit()));
                case 17 -> new CaseStep.Whistle(UNITS, now.plus(LIMIT));
                case 18 -> new CaseStep.Escalate(null);
                case 19 -> new CaseStep.Assign(null);
                default -> new CaseStep.Dispatch(unit(), null, true);
            };
        }

        private String unit() {
            return UNITS.get(random.nextInt(UNITS.size()));
        }
    }

    @Test
    void noWalkOfAServiceBreaksAnythingThatWasPromised() {
        Walk.far(ServiceWalk::new);
    }

    @Test
    void whoAskedOrHelpedNeverCallsBack() {
        Walk.few(
                ServiceWalk::new,
                walk ->
                        walk.isClosedTo(
                                person -> walk.hadPart(person) || person.isOf(walk.file.unitCode()),
                                Kind.CALL_BACK));
    }

    @Test
    void walksOfServicesGetEverywhere() {
        assertThat(Walk.reached(ServiceWalk::new))
                .contains("Accepted", "Filed", "Returned", "Held", "Refused", "Merged", "forced")
                .contains("confirm", "call-back", "help", "reopen", "return");
    }
}
