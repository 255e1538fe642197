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
import org.linli.cases.CaseState.Solution.ByGrid;
import org.linli.cases.CaseState.Solution.ByUnit;
import org.linli.cases.CaseState.Solution.Forced;
import org.linli.cases.CaseStep.Kind;
import org.linli.catalogue.Flow;
import org.linli.grid.Level;
import org.linli.platform.problem.Problem;
import org.linli.rules.DistrictRules;

/**
 * Random walks of whole cases, with everybody who might act on them trying anything. A failure
 * names its seed; {@code -Dlinli.walk.steps=1000000} goes further.
 */
class CaseWalkTests {

    private static final int STEPS = Integer.getInteger("linli.walk.steps", 100_000);
    private static final int LENGTH = 250;
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final Filing LAMP = new Filing("12004", 1, 2, "4CH");
    private static final Filing SWEEPING = new Filing("11001", 1, 2, "2CH");
    private static final Duration LIMIT = Duration.ofHours(4);
    private static final List<String> UNITS = List.of("LD", "HW", "SZ");

    private static final List<Actor> PEOPLE =
            List.of(
                    person("street", Role.STREET_DISPATCHER, null),
                    person("street2", Role.STREET_DISPATCHER, null),
                    person("leader", Role.SHIFT_LEADER, null),
                    person("district", Role.DISTRICT_DISPATCHER, null),
                    person("member", Role.GRID_MEMBER, null),
                    person("checker", Role.CHECKER, null),
                    person("lights", Role.UNIT_HANDLER, "LD"),
                    person("cleaning", Role.UNIT_HANDLER, "HW"),
                    person("roads", Role.UNIT_HANDLER, "SZ"),
                    both("busy", Role.UNIT_HANDLER, "LD", Role.CHECKER),
                    both("double", Role.STREET_DISPATCHER, null, Role.SHIFT_LEADER));

    /** A case on its way, with all that was told of it. */
    private static final class Walk {

        private final SplittableRandom random;
        private final List<CaseEvent> history = new ArrayList<>();
        private CaseFile file;
        private Instant now = START;

        Walk(long seed) {
            random = new SplittableRandom(seed);
            file = reported();
            tell("report", PEOPLE.get(4), Map.of());
        }

        void go() {
            now = now.plus(Duration.ofMinutes(random.nextInt(1, 90)));
            var actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
            var step = anyStep(actor);
            var before = file;
            var offered = before.steps(now).contains(step.kind());
            try {
                file = before.moved(step, actor.id(), now, CaseFlowTests.HOURS);
            } catch (Problem refused) {
                assertThat(mayStillBeRefused(before, step, actor) || !offered)
                        .as("%s from %s: %s", step, before.state(), refused.told())
                        .isTrue();
                return;
            }
            assertThat(offered).as("%s from %s", step, before.state()).isTrue();
            tell(step.kind().code(), actor, carried(step));
            everythingHolds(before, step, actor);
        }

        /** Who acts is no business of the flow but for what one asked for oneself. */
        private static boolean mayStillBeRefused(CaseFile before, CaseStep step, Actor actor) {
            var application = before.affairs().application();
            return step instanceof CaseStep.Assign
                    || step instanceof CaseStep.Correct
                    || step instanceof CaseStep.Joining
                    || before.affairs().together().waits() && isOfLead(step)
                    || step instanceof CaseStep.Dispatch && !before.affairs().rejected().isEmpty()
                    || application != null
                            && switch (step) {
                                case CaseStep.Approve _, CaseStep.Decline _ ->
                                        application.involves(actor.id());
                                case CaseStep.Withdraw _ -> !application.by().equals(actor.id());
                                default -> false;
                            };
        }

        private static boolean isOfLead(CaseStep step) {
            return step instanceof CaseStep.Handle || step instanceof CaseStep.Return;
        }

        private void everythingHolds(CaseFile before, CaseStep step, Actor actor) {
            assertThat(file.version()).isEqualTo(before.version() + 1);
            nothingIsClosedUnchecked(before, step);
            theTimeIsAccountedForWithoutGap();
            timeOnHoldIsNotCounted();
            nobodyIsWaitedForInVain(before, step);
            nothingDoneIsSplit(before, step);
            assertThat(gravity(file)).isGreaterThanOrEqualTo(gravity(before));
            assertThat(file.heldUntil() != null).isEqualTo(file.state() instanceof Held);
            var application = file.affairs().application();
            if (application != null) {
                assertThat(application.approvedBy())
                        .doesNotHaveDuplicates()
                        .doesNotContain(application.by());
            }
            if (step.kind() == Kind.APPROVE) {
                assertThat(actor.id()).isNotEqualTo(asker(before));
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

        private static String asker(CaseFile file) {
            var application = file.affairs().application();
            return application == null ? "" : application.by();
        }

        private void nothingIsClosedUnchecked(CaseFile before, CaseStep step) {
            if (before.state() instanceof Closed || !(file.state() instanceof Closed closed)) {
                return;
            }
            switch (closed.solution()) {
                case ByUnit _ -> assertThat(before.state()).isInstanceOf(CaseState.Checked.class);
                case ByGrid _ -> assertThat(step.kind()).isEqualTo(Kind.SELF_HANDLE);
                case Forced _ -> assertThat(step.kind()).isEqualTo(Kind.APPROVE);
                case CaseState.Solution.Elsewhere _ ->
                        throw new AssertionError("Nothing is imported");
            }
        }

        /** One stretch after the other, the last one open exactly while the case is. */
        private void theTimeIsAccountedForWithoutGap() {
            var segments = Segments.of(history, unit -> unit, area -> area);
            var over = CaseState.OVER.contains(file.state().code());
            assertThat(segments.stream().filter(segment -> segment.to() == null))
                    .hasSize(over ? 0 : 1);
            var counted = Duration.ZERO;
            for (var segment : segments) {
                var to = segment.to() == null ? now : segment.to();
                assertThat(to).isAfterOrEqualTo(segment.from());
                counted = counted.plus(Duration.between(segment.from(), to));
            }
            assertThat(counted).isEqualTo(timeOpen());
        }

        private Duration timeOpen() {
            var open = Duration.ZERO;
            for (var at = 0; at < history.size(); at++) {
                var next = at + 1 < history.size() ? history.get(at + 1).at() : now;
                if (!CaseState.OVER.contains(history.get(at).state())) {
                    open = open.plus(Duration.between(history.get(at).at(), next));
                }
            }
            return open;
        }

        /** The limit as often as it was granted and the time on hold: there is nothing else. */
        private void timeOnHoldIsNotCounted() {
            var timer = file.timer();
            var settled = file.forced() && file.filing() == SWEEPING;
            if (timer == null || timer.dueAt() == null || settled) {
                return;
            }
            assertThat(timer.dueAt())
                    .isEqualTo(
                            timer.startedAt()
                                    .plus(limit().multipliedBy(1 + timer.extended()))
                                    .plus(timeHeldSince(timer.startedAt())));
        }

        /** That of what it is filed as, which a correction may have changed. */
        private Duration limit() {
            var filing = file.filing();
            return filing == SWEEPING ? LIMIT.dividedBy(2) : LIMIT;
        }

        private Duration timeHeldSince(Instant start) {
            var hold = file.affairs().hold();
            return hold == null
                            || hold.endedAt() == null
                            || hold.from().isBefore(start)
                            || file.state() instanceof Closed(_, Forced _, _)
                                    && hold.endedAt().equals(closedAt())
                    ? Duration.ZERO
                    : Duration.between(hold.from(), hold.endedAt());
        }

        private @Nullable Instant closedAt() {
            return file.milestones().at(Milestones.Milestone.CLOSED);
        }

        private static Map<String, Object> carried(CaseStep step) {
            return switch (step) {
                case CaseStep.Rule(_, var responsible) when responsible != null ->
                        Map.of("responsible", responsible);
                case CaseStep.Laddering act when act.to() != null ->
                        Map.of("areaCode", act.to().areaCode());
                case CaseStep.Correct(_, _, var at) when at != null -> Map.of("handledAt", at);
                default -> Map.of();
            };
        }

        private void tell(String step, Actor actor, Map<String, Object> carried) {
            var begins = file.state() instanceof Held(_, var since) && since.equals(now);
            history.add(
                    new CaseEvent(
                            history.size(),
                            file.version(),
                            step,
                            file.state().code(),
                            now,
                            now,
                            actor.id(),
                            "",
                            "",
                            file.unitCode(),
                            "",
                            begins ? Map.of("heldUntil", now) : carried));
        }

        private CaseStep anyStep(Actor actor) {
            var unit = UNITS.get(random.nextInt(UNITS.size()));
            var by = actor.id();
            // intake and the usual way are taken often enough to get anywhere
            return switch (random.nextInt(40)) {
                case 0 -> new CaseStep.Accept();
                case 1 -> new CaseStep.Verify(random.nextBoolean());
                case 2, 3, 4 -> new CaseStep.File(LAMP);
                case 5, 6, 7, 8, 9 -> new CaseStep.Dispatch(unit, null, random.nextInt(4) == 0);
                case 10, 11 -> new CaseStep.Return();
                case 12 -> new CaseStep.Rule(unit, returned());
                case 13, 14 -> new CaseStep.Handle();
                case 15 -> new CaseStep.Check();
                case 16 -> new CaseStep.Rework();
                case 17 -> new CaseStep.Close();
                case 18 -> new CaseStep.Rate(random.nextInt(1, 6), true);
                case 19, 20 -> new CaseStep.Reopen();
                case 21, 22 -> new CaseStep.AskExtension(by);
                case 23 -> new CaseStep.AskHold(by, ground(), now.plus(Duration.ofDays(9)));
                case 24 -> new CaseStep.AskForcedClose(by);
                case 25 -> new CaseStep.Appeal(by);
                case 26, 27, 28, 29 -> new CaseStep.Approve(by);
                case 30 -> new CaseStep.Decline(by);
                case 31 -> new CaseStep.Withdraw(by);
                case 32 -> new CaseStep.Unhold();
                case 33 ->
                        random.nextBoolean()
                                ? new CaseStep.Urge()
                                : new CaseStep.Contacted(CaseStep.Means.PHONE, true);
                case 34 -> new CaseStep.ShowCard(card());
                case 35 -> new CaseStep.Take();
                case 36 -> new CaseStep.AskExtension(by);
                case 37 -> new CaseStep.Approve(by);
                default -> rarely();
            };
        }

        private CaseStep rarely() {
            return switch (random.nextInt(38)) {
                case 0 -> new CaseStep.Merge(7);
                case 1 -> new CaseStep.Refuse();
                case 2 -> new CaseStep.SelfHandle(LAMP, random.nextBoolean());
                case 9, 10, 11 -> new CaseStep.CoHandle(List.of(unit()));
                case 12, 13 -> new CaseStep.CoAnswer(unit());
                case 14 -> new CaseStep.CoWithdraw(unit());
                case 15, 16 -> new CaseStep.Whistle(UNITS, now.plus(LIMIT));
                case 17, 18 -> new CaseStep.Arrive(unit());
                case 19 -> new CaseStep.JointAnswer();
                case 20, 21, 22 -> new CaseStep.Handle(true);
                case 23, 24 -> corrected();
                case 25 -> new CaseStep.Split(List.of());
                case 3, 4, 5, 6 -> new CaseStep.Escalate(above());
                case 7, 8 -> new CaseStep.Assign(office(Level.values()[random.nextInt(1, 6)]));
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

        private static CaseFile reported() {
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
                    Flow.CASE,
                    new CaseFile.Report(
                            Source.PATROL, "", null, null, place, START, "staff:member"),
                    Milestones.NONE,
                    CaseFile.Counts.NONE,
                    CaseFile.Feedback.NONE,
                    List.of(),
                    null,
                    Affairs.NONE);
        }
    }

    @Test
    void noWalkBreaksAnythingThatWasPromised() {
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
    void whoReportedOrHandledACaseNeverChecksOrDecidesIt() {
        for (var seed = 0L; seed < STEPS / LENGTH; seed++) {
            var walk = new Walk(seed);
            for (var at = 0; at < LENGTH; at++) {
                walk.go();
                for (var person : PEOPLE) {
                    if (walk.file.handlers().contains(person.id())
                            || walk.file.report().reporter().equals(person.id())) {
                        for (var kind : Set.of(Kind.CHECK, Kind.REWORK, Kind.APPROVE)) {
                            assertThat(
                                            StepTaking.role(
                                                    person, walk.file, kind, DistrictRules.SHIPPED))
                                    .isEmpty();
                        }
                    }
                }
            }
        }
    }

    @Test
    void walksGetEverywhere() {
        var reached = new HashSet<String>();
        for (var seed = 0L; seed < STEPS / LENGTH; seed++) {
            var walk = new Walk(seed);
            for (var at = 0; at < LENGTH; at++) {
                walk.go();
                reached.add(walk.file.state().getClass().getSimpleName());
                reached.add(walk.file.affairs().exempt() ? "excused" : "");
                reached.add(walk.file.forced() ? "forced" : "");
                reached.add(walk.file.counts().extensions() > 1 ? "extended" : "");
            }
        }
        assertThat(reached)
                .contains("Contested", "Held", "Closed", "Merged", "Refused", "Checked")
                .contains("excused", "forced", "extended");
    }

    private static Actor person(String name, Role role, @Nullable String unit) {
        return new Actor("staff:" + name, "", List.of(post(role, unit)));
    }

    private static Actor both(String name, Role role, @Nullable String unit, Role other) {
        return new Actor("staff:" + name, "", List.of(post(role, unit), post(other, null)));
    }

    private static Post post(Role role, @Nullable String unit) {
        return new Post(role, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, unit);
    }
}
