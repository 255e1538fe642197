package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.access.Actor;
import org.linli.access.Role;
import org.linli.cases.CaseState.Closed;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseState.Solution.ByGrid;
import org.linli.cases.CaseState.Solution.ByUnit;
import org.linli.cases.CaseState.Solution.Elsewhere;
import org.linli.cases.CaseState.Solution.Forced;
import org.linli.cases.CaseStep.Kind;
import org.linli.catalogue.Flow;
import org.linli.grid.Level;

/** Random walks of cases: nothing is closed unchecked, and nobody waits in vain. */
class CaseWalkTests {

    private static final Filing LAMP = new Filing("12004", 1, 2, "4CH");
    private static final Filing SWEEPING = new Filing("11001", 1, 2, "2CH");
    private static final List<String> UNITS = List.of("LD", "HW", "SZ");

    private static final List<Actor> PEOPLE =
            List.of(
                    Walk.person("street", Role.STREET_DISPATCHER, null),
                    Walk.person("street2", Role.STREET_DISPATCHER, null),
                    Walk.person("leader", Role.SHIFT_LEADER, null),
                    Walk.person("district", Role.DISTRICT_DISPATCHER, null),
                    Walk.person("member", Role.GRID_MEMBER, null),
                    Walk.person("checker", Role.CHECKER, null),
                    Walk.person("lights", Role.UNIT_HANDLER, "LD"),
                    Walk.person("cleaning", Role.UNIT_HANDLER, "HW"),
                    Walk.person("roads", Role.UNIT_HANDLER, "SZ"),
                    both("busy", Role.UNIT_HANDLER, "LD", Role.CHECKER),
                    both("double", Role.STREET_DISPATCHER, null, Role.SHIFT_LEADER));

    private static final class CaseWalk extends Walk {

        CaseWalk(long seed) {
            super(seed, PEOPLE, Flow.CASE, report(Source.PATROL, null, "staff:member"));
        }

        @Override
        boolean mayBeRefused(CaseFile before, CaseStep step) {
            return switch (step) {
                case CaseStep.Assign _, CaseStep.Joining _ -> true;
                case CaseStep.Handle _, CaseStep.Return _ -> before.affairs().together().waits();
                case CaseStep.Dispatch _ -> !before.affairs().rejected().isEmpty();
                default -> false;
            };
        }

        @Override
        void everythingHolds(CaseFile before, CaseStep step) {
            nothingIsClosedUnchecked(before, step);
            nothingButADispatchStartsTheClock(before, step);
            nobodyIsWaitedForInVain(before, step);
            nothingDoneIsSplit(before, step);
            assertThat(gravity(file)).isGreaterThanOrEqualTo(gravity(before));
        }

        /** A correction of what was closed by force leaves its due time alone. */
        @Override
        boolean isDueAsFiled() {
            return !(file.forced() && file.filing() == SWEEPING);
        }

        private void nothingIsClosedUnchecked(CaseFile before, CaseStep step) {
            if (before.state() instanceof Closed || !(file.state() instanceof Closed closed)) {
                return;
            }
            switch (closed.solution()) {
                case ByUnit _ -> assertThat(before.state()).isInstanceOf(CaseState.Checked.class);
                case ByGrid _ -> assertThat(step.kind()).isEqualTo(Kind.SELF_HANDLE);
                case Forced _ -> assertThat(step.kind()).isEqualTo(Kind.APPROVE);
                case Elsewhere _ -> throw new AssertionError("Nothing is imported");
            }
        }

        private void nothingButADispatchStartsTheClock(CaseFile before, CaseStep step) {
            if (before.timer() == null && file.timer() != null) {
                assertThat(step).isInstanceOf(CaseStep.Dispatch.class);
            }
        }

        /**
         * The unit that leads waits, or says why not; what it waits for is there to be answered.
         */
        private void nobodyIsWaitedForInVain(CaseFile before, CaseStep step) {
            if (step instanceof CaseStep.Handle(var alone) && !alone) {
                assertThat(before.affairs().together().waits()).isFalse();
            }
            var together = file.affairs().together();
            if (!together.asked().isEmpty()) {
                assertThat(file.unitCode()).isNotNull();
                assertThat(together.asked()).doesNotHaveDuplicates();
                assertThat(file.resource().coUnits()).containsAll(together.asked());
            }
            if (CaseState.OVER.contains(file.state().code())) {
                assertThat(together.waits()).isFalse();
            }
        }

        /** What was split is over as such, and nobody had worked on it. */
        private void nothingDoneIsSplit(CaseFile before, CaseStep step) {
            if (step.kind() == Kind.SPLIT) {
                assertThat(before.handlers()).isEmpty();
                assertThat(before.timer()).isNull();
                assertThat(history).noneMatch(event -> event.step().equals("dispatch"));
                assertThat(file.steps(now)).isEmpty();
                assertThat(file.dueAt()).isNull();
            }
        }

        private static int gravity(CaseFile file) {
            var card = file.affairs().card();
            return card == null ? -1 : card.ordinal();
        }

        @Override
        Map<String, Object> carried(CaseStep step) {
            return switch (step) {
                case CaseStep.Rule(_, var responsible) when responsible != null ->
                        Map.of("responsible", responsible);
                case CaseStep.Laddering act when act.to() != null ->
                        Map.of("areaCode", act.to().areaCode());
                case CaseStep.Correct(_, _, var at) when at != null -> Map.of("handledAt", at);
                default -> Map.of();
            };
        }

        @Override
        CaseStep anyStep(Actor actor) {
            var by = actor.id();
            // intake and the usual way are taken often enough to get anywhere
            return switch (random.nextInt(40)) {
                case 0 -> new CaseStep.Accept();
                case 1 -> new CaseStep.Verify(random.nextBoolean());
                case 2, 3, 4 -> new CaseStep.File(LAMP);
                case 5, 6, 7, 8, 9 -> new CaseStep.Dispatch(unit(), null, random.nextInt(4) == 0);
                case 10, 11 -> new CaseStep.Return();
                case 12 -> new CaseStep.Rule(unit(), returned());
                case 13, 14 -> new CaseStep.Handle();
                case 15 -> new CaseStep.Check();
                case 16 -> new CaseStep.Rework();
                case 17 -> new CaseStep.Close();
                case 18 -> new CaseStep.Rate(random.nextInt(1, 6), true);
                case 19, 20 -> new CaseStep.Reopen();
                case 21, 22, 23 -> new CaseStep.AskExtension(by);
                case 24 -> new CaseStep.AskHold(by, ground(), now.plus(Duration.ofDays(9)));
                case 25 -> new CaseStep.AskForcedClose(by);
                case 26 -> new CaseStep.Appeal(by);
                case 27, 28, 29, 30, 31 -> new CaseStep.Approve(by);
                case 32 -> new CaseStep.Decline(by);
                case 33 -> new CaseStep.Withdraw(by);
                case 34 -> new CaseStep.Unhold();
                case 35 ->
                        random.nextBoolean()
                                ? new CaseStep.Urge()
                                : new CaseStep.Contacted(CaseStep.Means.PHONE, true);
                case 36 -> new CaseStep.ShowCard(card());
                case 37 -> new CaseStep.Take();
                default -> rarely();
            };
        }

        private CaseStep rarely() {
            return switch (random.nextInt(38)) {
                case 0 -> new CaseStep.Merge(7);
                case 1 -> new CaseStep.Refuse();
                case 2 -> new CaseStep.SelfHandle(LAMP, random.nextBoolean());
                case 3, 4, 5, 6 -> new CaseStep.Escalate(above());
                case 7, 8 -> new CaseStep.Assign(office(Level.values()[random.nextInt(1, 6)]));
                case 9, 10, 11 -> new CaseStep.CoHandle(List.of(unit()));
                case 12, 13 -> new CaseStep.CoAnswer(unit());
                case 14 -> new CaseStep.CoWithdraw(unit());
                case 15, 16 -> new CaseStep.Whistle(UNITS, now.plus(LIMIT));
                case 17, 18 -> new CaseStep.Arrive(unit());
                case 19 -> new CaseStep.JointAnswer();
                case 20, 21, 22 -> new CaseStep.Handle(true);
                case 23, 24 -> corrected();
                case 25 -> new CaseStep.Split(List.of());
                default -> new CaseStep.Check();
            };
        }

        private CaseStep corrected() {
            var earlier = now.minus(Duration.ofMinutes(random.nextInt(1, 200)));
            return switch (random.nextInt(3)) {
                case 0 -> new CaseStep.Correct(SWEEPING, null, null);
                case 1 -> new CaseStep.Correct(null, "另一处", null);
                default -> new CaseStep.Correct(null, null, earlier);
            };
        }

        private String unit() {
            return UNITS.get(random.nextInt(UNITS.size()));
        }

        private @Nullable Rung above() {
            return Ladder.level(file) == Level.CITY ? null : office(Ladder.above(file));
        }

        private static @Nullable Rung office(Level level) {
            return level == Ladder.USUAL ? null : new Rung(level, "at " + level);
        }

        private @Nullable String returned() {
            var timer = file.timer();
            return timer == null || timer.returnedBy().isEmpty() || random.nextBoolean()
                    ? null
                    : timer.returnedBy().getFirst();
        }

        private Affairs.Card card() {
            return random.nextBoolean() ? Affairs.Card.YELLOW : Affairs.Card.RED;
        }

        private Application.Ground ground() {
            return random.nextBoolean() ? Application.Ground.SEASON : Application.Ground.MONEY;
        }
    }

    @Test
    void noWalkOfACaseBreaksAnythingThatWasPromised() {
        Walk.far(CaseWalk::new);
    }

    @Test
    void whoReportedOrHandledACaseNeverChecksOrDecidesIt() {
        Walk.few(
                CaseWalk::new,
                walk -> {
                    for (var kind : Set.of(Kind.CHECK, Kind.REWORK, Kind.APPROVE)) {
                        walk.isClosedTo(walk::hadPart, kind);
                    }
                });
    }

    @Test
    void walksOfCasesGetEverywhere() {
        assertThat(Walk.reached(CaseWalk::new))
                .contains("Contested", "Held", "Closed", "Merged", "Refused", "Checked", "SplitUp")
                .contains("excused", "forced", "extended");
    }

    private static Actor both(String name, Role role, @Nullable String unit, Role other) {
        return new Actor(
                "staff:" + name, "", List.of(Walk.post(role, unit), Walk.post(other, null)));
    }
}
