package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.linli.TestDistrict;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.cases.CaseState.Held;
import org.linli.cases.CaseState.Reported;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.Milestones.Milestone;
import org.linli.catalogue.Flow;
import org.linli.platform.problem.Problem;
import org.linli.rules.DistrictRules;

/**
 * What was reported, on a random way of its flow: everybody who might act on it tries anything, and
 * what was promised of every flow holds after each step. A failure names the seed of its walk;
 * {@code -Dlinli.walk.steps=1000000} goes further.
 */
abstract class Walk {

    static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    static final Duration LIMIT = Duration.ofHours(4);

    private static final int STEPS = Integer.getInteger("linli.walk.steps", 100_000);
    private static final int LENGTH = 250;
    private static final int FEW = 200;

    final SplittableRandom random;
    final List<CaseEvent> history = new ArrayList<>();
    CaseFile file;
    Instant now = START;

    private final List<Actor> people;

    Walk(long seed, List<Actor> people, Flow flow, CaseFile.Report report) {
        this.random = new SplittableRandom(seed);
        this.people = people;
        this.file = reported(flow, report);
        tell("report", report.reporter(), Map.of());
    }

    /** Anything that somebody might try, what leads on more often than what ends it. */
    abstract CaseStep anyStep(Actor actor);

    /** Whether a step that is offered is refused all the same, for what it says or who takes it. */
    abstract boolean mayBeRefused(CaseFile before, CaseStep step);

    /** What was promised of this flow alone. */
    abstract void everythingHolds(CaseFile before, CaseStep step);

    /** What the history remembers of a step besides. */
    Map<String, Object> carried(CaseStep step) {
        return Map.of();
    }

    /** Whether the due time is that of what it is filed as now. */
    boolean isDueAsFiled() {
        return true;
    }

    /** As many steps as were asked for, in walks of some length. */
    static void far(LongFunction<? extends Walk> begin) {
        go(begin, STEPS / LENGTH, _ -> {});
    }

    /** A few walks, looked at after each step. */
    static <W extends Walk> void few(LongFunction<W> begin, Consumer<W> look) {
        go(begin, FEW, look);
    }

    /** The states and steps that a few walks come by, and what becomes of them. */
    static Set<String> reached(LongFunction<? extends Walk> begin) {
        var reached = new HashSet<String>();
        Walk.<Walk>few(begin::apply, walk -> walk.note(reached));
        return reached;
    }

    private static <W extends Walk> void go(LongFunction<W> begin, int walks, Consumer<W> look) {
        for (var seed = 0L; seed < walks; seed++) {
            var walk = begin.apply(seed);
            for (var at = 0; at < LENGTH; at++) {
                try {
                    walk.go();
                    look.accept(walk);
                } catch (AssertionError | RuntimeException broken) {
                    throw new AssertionError("Seed " + seed + ", step " + at, broken);
                }
            }
        }
    }

    void go() {
        now = now.plus(Duration.ofMinutes(random.nextInt(1, 90)));
        var actor = people.get(random.nextInt(people.size()));
        var step = anyStep(actor);
        var before = file;
        var offered = before.steps(now).contains(step.kind());
        try {
            file = before.moved(step, actor.id(), now, CaseFlowTests.HOURS);
        } catch (Problem refused) {
            assertThat(
                            !offered
                                    || step instanceof CaseStep.Correct
                                    || isForSomebodyElse(before, step, actor)
                                    || mayBeRefused(before, step))
                    .as("%s from %s: %s", step, before.state(), refused.told())
                    .isTrue();
            return;
        }
        assertThat(offered).as("%s from %s", step, before.state()).isTrue();
        tell(step.kind().code(), actor.id(), carried(step));
        whatHoldsOfAll(before, step, actor);
        everythingHolds(before, step);
    }

    /** Who acts is no business of the flow but for what one asked for oneself. */
    private static boolean isForSomebodyElse(CaseFile before, CaseStep step, Actor actor) {
        var application = before.affairs().application();
        return application != null
                && switch (step) {
                    case CaseStep.Approve _, CaseStep.Decline _ -> application.involves(actor.id());
                    case CaseStep.Withdraw _ -> !application.by().equals(actor.id());
                    default -> false;
                };
    }

    private void whatHoldsOfAll(CaseFile before, CaseStep step, Actor actor) {
        assertThat(file.version()).isEqualTo(before.version() + 1);
        assertThat(file.heldUntil() != null).isEqualTo(file.state() instanceof Held);
        theTimeIsAccountedForWithoutGap();
        timeOnHoldIsNotCounted();
        nobodyDecidesWhatTheyAskedFor(before, step, actor);
    }

    private void nobodyDecidesWhatTheyAskedFor(CaseFile before, CaseStep step, Actor actor) {
        var application = file.affairs().application();
        if (application != null) {
            assertThat(application.approvedBy())
                    .doesNotHaveDuplicates()
                    .doesNotContain(application.by());
        }
        var asked = before.affairs().application();
        if (step.kind() == Kind.APPROVE && asked != null) {
            assertThat(actor.id()).isNotEqualTo(asked.by());
        }
    }

    /** One stretch after the other, the last one open exactly while the case is. */
    private void theTimeIsAccountedForWithoutGap() {
        var segments = Segments.of(history, unit -> unit, area -> area);
        var over = CaseState.OVER.contains(file.state().code());
        assertThat(segments.stream().filter(segment -> segment.to() == null)).hasSize(over ? 0 : 1);
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
        if (timer == null || timer.dueAt() == null || !isDueAsFiled()) {
            return;
        }
        var limit = Objects.requireNonNull(file.filing()).limit();
        var due = timer.startedAt();
        for (var granted = 0; granted <= timer.extended(); granted++) {
            due = Objects.requireNonNull(CaseFlowTests.HOURS.of(limit, due));
        }
        assertThat(timer.dueAt()).isEqualTo(due.plus(timeHeldSince(timer.startedAt())));
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

    private void tell(String step, String actor, Map<String, Object> carried) {
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
                        begins ? Map.of("heldUntil", now) : carried));
    }

    private void note(Set<String> reached) {
        reached.add(file.state().getClass().getSimpleName());
        reached.add(history.getLast().step());
        reached.add(file.affairs().exempt() ? "excused" : "");
        reached.add(file.forced() ? "forced" : "");
        reached.add(file.counts().extensions() > 1 ? "extended" : "");
    }

    /** No right of theirs lets these people take a step now. */
    void isClosedTo(Predicate<Actor> whom, Kind step) {
        people.stream()
                .filter(whom)
                .forEach(person ->
                        assertThat(StepTaking.role(person, file, step, DistrictRules.SHIPPED))
                                .as("%s by %s", step, person.id())
                                .isEmpty());
    }

    /** Whether they reported or handled it. */
    boolean hadPart(Actor person) {
        return file.handlers().contains(person.id())
                || file.report().reporter().equals(person.id());
    }

    static Actor person(String name, Role role, @Nullable String unit) {
        return new Actor("staff:" + name, "", List.of(post(role, unit)));
    }

    static Post post(Role role, @Nullable String unit) {
        return new Post(role, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, unit);
    }

    /** Reported at a place of the test district. */
    static CaseFile.Report report(Source source, @Nullable String matter, String reporter) {
        var place =
                new Place(
                        Placement.PLACED,
                        null,
                        TestDistrict.COUNTY,
                        TestDistrict.WEST,
                        TestDistrict.WEST_PATH,
                        "");
        return new CaseFile.Report(source, "", matter, null, place, START, reporter);
    }

    static CaseFile reported(Flow flow, CaseFile.Report report) {
        return new CaseFile(
                new CaseKey(TestDistrict.COUNTY, 1),
                "1",
                1,
                new Reported(),
                flow,
                report,
                Milestones.NONE,
                Counts.NONE,
                CaseFile.Feedback.NONE,
                List.of(),
                null,
                Affairs.NONE);
    }
}
