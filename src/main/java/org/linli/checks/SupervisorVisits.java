package org.linli.checks;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.cases.CaseCourses;
import org.linli.cases.CaseFile;
import org.linli.checks.DayDraw.Purpose;
import org.linli.checks.SupervisorVisitStore.NewVisit;
import org.linli.checks.SupervisorVisitStore.Visit;
import org.linli.checks.signs.Evidence;
import org.linli.checks.signs.Sign;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What supervisors (督导员) see when they go and look: one entry a visit, about a case or an area and
 * about nobody.
 */
@Component
class SupervisorVisits {

    private static final int LONGEST = 2_000;

    private final SupervisorVisitStore store;
    private final DrawnStore tasks;
    private final SignReviews reviews;
    private final VisitFinds finds;
    private final CaseCourses cases;
    private final Grid grid;
    private final Operations operations;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SupervisorVisits(
            SupervisorVisitStore store,
            DrawnStore tasks,
            SignReviews reviews,
            VisitFinds finds,
            CaseCourses cases,
            Grid grid,
            Operations operations,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.reviews = reviews;
        this.finds = finds;
        this.cases = cases;
        this.grid = grid;
        this.operations = operations;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What is said of a visit.
     *
     * @param caseNo the case that was looked at; null for a visit to an area
     * @param area the cell or division that was visited; null for a visit to a case
     * @param agrees whether what was seen is what the case says
     * @param found what was wrong in the grid that was visited, reported before or not
     */
    record Said(
            UUID opId,
            @Nullable String caseNo,
            @Nullable String area,
            @Nullable String seen,
            @Nullable Boolean agrees,
            @Nullable List<VisitFinds.FoundThere> found) {

        Said {
            found = found == null ? null : List.copyOf(found);
        }

        List<VisitFinds.FoundThere> things() {
            return found == null ? List.of() : found;
        }
    }

    List<Visit> latest(Actor actor) {
        return store.latest(Policy.scope(actor, Action.SUPERVISE));
    }

    /**
     * Writes down a visit, once. A sample is done by it; what differs comes before another person.
     *
     * @throws NoSuchThing if the case or area is not there for the supervisor
     */
    Answer record(Actor actor, Said said) {
        var seen = Text.required("seen", said.seen(), LONGEST);
        if ((said.caseNo() == null) == (said.area() == null)) {
            throw new InvalidValue("checks/case-or-area", "caseNo");
        }
        if (said.caseNo() != null && !said.things().isEmpty()) {
            throw new InvalidValue("checks/found-in-a-grid", "area");
        }
        var operation = operations.of(actor.id(), said.opId(), said);
        var done =
                operations.once(
                        operation,
                        () ->
                                transaction.execute(_ -> {
                                    var visit =
                                            said.caseNo() == null
                                                    ? ofArea(
                                                            actor,
                                                            String.valueOf(said.area()),
                                                            seen,
                                                            said.things())
                                                    : ofCase(
                                                            actor,
                                                            said.caseNo(),
                                                            seen,
                                                            said.agrees());
                                    var answer = operations.answer(201, Map.of("id", visit));
                                    operations.claim(operation, answer);
                                    return answer;
                                }));
        if (said.caseNo() != null && Boolean.FALSE.equals(said.agrees())) {
            cases.find(said.caseNo())
                    .ifPresent(file -> reviews.tell(file.key(), Sign.SEEN_OTHERWISE));
        }
        return done;
    }

    private UUID ofArea(Actor actor, String area, String seen, List<VisitFinds.FoundThere> found) {
        var division = grid.division(area).orElseThrow(() -> new NoSuchThing(area));
        require(actor, Resource.at(division.path()), area);
        var county = county(division);
        var id = add(actor, county, division.path(), null, seen, null);
        store.add(county, id, finds.in(division, county, actor, id, found));
        return id;
    }

    private UUID ofCase(Actor actor, String caseNo, String seen, @Nullable Boolean agrees) {
        if (agrees == null) {
            throw InvalidValue.missing("agrees");
        }
        var file = cases.find(caseNo).orElseThrow(() -> new NoSuchThing(caseNo));
        require(actor, VisitFinds.independent(file), caseNo);
        if (tasks.isSupervised(file.key())) {
            tasks.settle(
                    file.key(),
                    file.version() + 1,
                    Purpose.SUPERVISION,
                    agrees ? "solved" : "wanting",
                    actor.id(),
                    clock.instant());
        }
        var id =
                add(
                        actor,
                        file.key().countyCode(),
                        file.report().place().path(),
                        file,
                        seen,
                        agrees);
        if (!agrees) {
            var facts = Map.<String, Object>of("visit", id.toString());
            reviews.raise(new Evidence(file.key(), Sign.SEEN_OTHERWISE, facts));
        }
        return id;
    }

    private static void require(Actor actor, Resource thing, String name) {
        if (Policy.decide(actor, Action.SUPERVISE, thing) != Decision.ALLOWED) {
            throw new NoSuchThing(name);
        }
    }

    private UUID add(
            Actor actor,
            String county,
            String path,
            @Nullable CaseFile file,
            String seen,
            @Nullable Boolean agrees) {
        var id = UUID.randomUUID();
        store.add(
                new NewVisit(
                        county,
                        id,
                        path,
                        file == null ? null : file.key().id(),
                        file == null ? null : file.caseNo(),
                        file == null ? null : file.version(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor.id(),
                        actor.name(),
                        seen,
                        agrees));
        var about = file == null ? "" : file.caseNo();
        trail.record(trail.now(Act.VISIT_RECORD, file == null ? Thing.AREA : Thing.CASE, about));
        return id;
    }

    /** The district an area lies in; of one above all districts, its own code. */
    private String county(Division division) {
        return grid.way(division.code()).stream()
                .filter(one -> one.level().code().equals("district"))
                .map(Division::code)
                .findFirst()
                .orElse(division.code());
    }
}
