package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.TestDistrict;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.cases.CaseState.Closed;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseState.Held;
import org.linli.cases.CaseState.Reported;
import org.linli.cases.CaseState.Solution.Forced;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.Milestones.Milestone;
import org.linli.catalogue.Flow;
import org.linli.platform.problem.Problem;
import org.linli.rules.DistrictRules;

/**
 * Random walks of services, with everybody who might act on them trying anything, also what belongs
 * to cases alone. A failure names its seed; {@code -Dlinli.walk.steps=1000000} goes further.
 */
class ServiceWalkTests {

    private static final int STEPS = Integer.getInteger("linli.walk.steps", 100_000);
    private static final int LENGTH = 200;
    private static final int FEW = 100;
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final Filing MEALS = new Filing("20002", 1, 2, "4CH");
    private static final Duration LIMIT = Duration.ofHours(4);
    private static final List<String> UNITS = List.of("YLFW", "SQ");
    private static final String MEMBER = "staff:member";

    private static final List<Actor> PEOPLE =
            List.of(
                    person("street", Role.STREET_DISPATCHER, null),
                    person("leader", Role.SHIFT_LEADER, null),
                    person("member", Role.GRID_MEMBER, null),
                    person("canteen", Role.UNIT_HANDLER, "YLFW"),
                    person("committee", Role.UNIT_HANDLER, "SQ"),
                    person("checker", Role.CHECKER, null),
                    Actor.ANONYMOUS);

    private static final class Walk {

        private final SplittableRandom random;
        private final List<CaseEvent> history = new ArrayList<>();
        private CaseFile file;
        private Instant now = START;

        Walk(long seed) {
            random = new SplittableRandom(seed);
            file = reported(random.nextInt(3) == 0 ? MEMBER : "anonymous");
            tell("report", file.report().reporter());
        }

        void go() {
            now = now.plus(Duration.ofMinutes(random.nextInt(1, 90)));
            var actor = PEOPLE.get(random.nextInt(PEOPLE.size())).id();
            var step = anyStep(actor);
            var before = file;
            var offered = before.steps(now).contains(step.kind());
            try {
                file = before.moved(step, actor, now, CaseFlowTests.HOURS);
            } catch (Problem refused) {
                assertThat(!offered || mayStillBeRefused(before, step, actor))
                        .as("%s from %s: %s", step, before.state(), refused.told())
                        .isTrue();
                return;
            }
            assertThat(offered).as("%s from %s", step, before.state()).isTrue();
            tell(step.kind().code(), actor);
            everythingHolds(before, step);
        }

        private static boolean mayStillBeRefused(CaseFile before, CaseStep step, String actor) {
            var application = before.affairs().application();
            return step instanceof CaseStep.Correct
                    || step instanceof CaseStep.Match(var unit, _)
                            && unit == null
                            && before.state() instanceof CaseState.Dispatched
                    || application != null
                            && switch (step) {
                                case CaseStep.Approve _, CaseStep.Decline _ ->
                                        application.involves(actor);
                                case CaseStep.Withdraw _ -> !application.by().equals(actor);
                                default -> false;
                            };
        }

        private void everythingHolds(CaseFile before, CaseStep step) {
            assertThat(file.flow()).isEqualTo(Flow.SERVICE);
            assertThat(file.version()).isEqualTo(before.version() + 1);
            assertThat(file.state().code()).isNotIn("VERIFIED", "CHECKED");
            assertThat(file.milestones().at(Milestone.CHECKED)).isNull();
            assertThat(file.counts().reworks()).isZero();
            assertThat(file.selfHandled()).isFalse();
            assertThat(file.awaiting()).isNotEqualTo(CaseFile.RULING);
            itIsOverByTheWordOfWhoAskedAlone(before, step);
            theClockIsOne(before, step);
            timeIsAccountedForWithoutGap();
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
            if (timer == null) {
                return;
            }
            if (before.timer() != null && !(step instanceof CaseStep.Reopen)) {
                assertThat(timer.startedAt()).isEqualTo(before.timer().startedAt());
            }
            assertThat(timer.dueAt())
                    .isEqualTo(
                            timer.startedAt()
                                    .plus(LIMIT.multipliedBy(1 + timer.extended()))
                                    .plus(timeHeldSince(timer.startedAt())));
        }

        /** Held or closed by force before anybody took it on once more. */
        private boolean isNeverBegun() {
            return file.state() instanceof Held(CaseState.Filed _, _)
                    || file.state() instanceof Closed(_, Forced(_, var timer), _) && timer == null;
        }

        private Duration timeHeldSince(Instant start) {
            var hold = file.affairs().hold();
            return hold == null
                            || hold.endedAt() == null
                            || hold.from().isBefore(start)
                            || file.forced()
                                    && hold.endedAt().equals(file.milestones().at(Milestone.CLOSED))
                    ? Duration.ZERO
                    : Duration.between(hold.from(), hold.endedAt());
        }

        private void timeIsAccountedForWithoutGap() {
            var segments = Segments.of(history, unit -> unit, area -> area);
            var over = CaseState.OVER.contains(file.state().code());
            assertThat(segments.stream().filter(segment -> segment.to() == null))
                    .hasSize(over ? 0 : 1);
            for (var at = 1; at < segments.size(); at++) {
                assertThat(segments.get(at).from()).isAfterOrEqualTo(segments.get(at - 1).from());
            }
        }

        private void tell(String step, String actor) {
            var begins = file.state() instanceof Held(_, var since) && since.equals(now);
            history.add(
                    new CaseEvent(
                            history.size(),
                            file.version(),
                            step,
                            file.state().code(),
                            now,
                            now,
                            actor,
                            "",
                            "",
                            file.unitCode(),
                            "",
                            begins ? Map.of("heldUntil", now) : Map.of()));
        }

        private CaseStep anyStep(String by) {
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

        private static CaseFile reported(String reporter) {
            var place =
                    new Place(
                            Placement.PLACED,
                            null,
                            TestDistrict.COUNTY,
                            TestDistrict.WEST,
                            TestDistrict.WEST_PATH,
                            "");
            return new CaseFile(
                    new CaseKey(TestDistrict.COUNTY, 1),
                    "1",
                    1,
                    new Reported(),
                    Flow.SERVICE,
                    new CaseFile.Report(
                            Source.RESIDENT, "", MEALS.matterCode(), null, place, START, reporter),
                    Milestones.NONE,
                    CaseFile.Counts.NONE,
                    CaseFile.Feedback.NONE,
                    List.of(),
                    null,
                    Affairs.NONE);
        }
    }

    @Test
    void noWalkOfAServiceBreaksAnythingThatWasPromised() {
        var left = STEPS;
        for (var seed = 0L; left > 0; seed++) {
            var walk = new Walk(seed);
            for (var at = 0; at < LENGTH && left > 0; at++, left--) {
                try {
                    walk.go();
                } catch (AssertionError | RuntimeException broken) {
                    throw new AssertionError("Seed " + seed + ", step " + at, broken);
                }
            }
        }
    }

    @Test
    void whoAskedOrHelpedNeverCallsBack() {
        for (var seed = 0L; seed < FEW; seed++) {
            var walk = new Walk(seed);
            for (var at = 0; at < LENGTH; at++) {
                walk.go();
                for (var person : PEOPLE) {
                    if (walk.file.handlers().contains(person.id())
                            || walk.file.report().reporter().equals(person.id())
                            || person.isOf(walk.file.unitCode())) {
                        assertThat(
                                        StepTaking.role(
                                                person,
                                                walk.file,
                                                Kind.CALL_BACK,
                                                DistrictRules.SHIPPED))
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void walksOfServicesGetEverywhere() {
        var reached = new HashSet<String>();
        for (var seed = 0L; seed < FEW; seed++) {
            var walk = new Walk(seed);
            for (var at = 0; at < LENGTH; at++) {
                walk.go();
                reached.add(walk.file.state().getClass().getSimpleName());
                reached.add(walk.file.forced() ? "forced" : "");
            }
            walk.history.forEach(event -> reached.add(event.step()));
        }
        assertThat(reached)
                .contains("Accepted", "Filed", "Returned", "Held", "Refused", "Merged", "forced")
                .containsAll(Set.of("confirm", "call-back", "help", "reopen", "return"));
    }

    private static Actor person(String name, Role role, @Nullable String unit) {
        var post = new Post(role, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, unit);
        return new Actor("staff:" + name, "", List.of(post));
    }
}
