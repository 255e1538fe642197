package org.linli.checks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.cases.CaseCourses;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseState;
import org.linli.cases.Cases;
import org.linli.cases.Contact;
import org.linli.cases.NewReport;
import org.linli.cases.Place;
import org.linli.cases.Placement;
import org.linli.cases.Source;
import org.linli.catalogue.Catalogue;
import org.linli.grid.Division;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a supervisor found wrong in a grid. Each is a case: one that somebody had reported, or one
 * that the visit reports, so that what was missed (漏报) is mended as well as counted.
 */
@Component
class VisitFinds {

    private static final int MOST = 20;
    private static final int LONGEST = 2_000;

    private final Cases cases;
    private final CaseCourses courses;
    private final Catalogue catalogue;
    private final Operations operations;
    private final JsonMapper json;

    VisitFinds(
            Cases cases,
            CaseCourses courses,
            Catalogue catalogue,
            Operations operations,
            JsonMapper json) {
        this.cases = cases;
        this.courses = courses;
        this.catalogue = catalogue;
        this.operations = operations;
        this.json = json;
    }

    /**
     * One thing that was wrong.
     *
     * @param caseNo the open case that it had been reported as; null where there was none
     * @param matterCode what it is, where there was none
     * @param text likewise
     */
    record FoundThere(
            @Nullable String caseNo, @Nullable String matterCode, @Nullable String text) {}

    /**
     * @param reported whether it had been, before the visit
     */
    record Find(CaseFile file, boolean reported) {}

    /**
     * The cases of what was found; those that nobody had reported are reported by this.
     *
     * @throws InvalidValue if it was not one grid that was visited, or a case is not open there
     * @throws NoSuchThing if a case is not there for the supervisor, who may have reported it
     */
    List<Find> in(Division visited, String county, Actor actor, UUID visit, List<FoundThere> said) {
        if (said.size() > MOST) {
            throw new InvalidValue("request/out-of-range", "found", 0, MOST);
        }
        if (!said.isEmpty() && !visited.level().isCell()) {
            throw new InvalidValue("checks/found-in-a-grid", "area");
        }
        var place =
                new Place(
                        Placement.PLACED,
                        null,
                        county,
                        visited.code(),
                        visited.path(),
                        visited.name());
        return IntStream.range(0, said.size())
                .mapToObj(no -> find(place, actor, visit + "/" + no, said.get(no)))
                .toList();
    }

    private Find find(Place place, Actor actor, String name, FoundThere said) {
        return said.caseNo() == null || said.caseNo().isBlank()
                ? new Find(reported(place, actor, name, said), false)
                : new Find(known(place, actor, said.caseNo().strip()), true);
    }

    /** What the supervisor reported themselves has not been found by anybody else. */
    private CaseFile known(Place place, Actor actor, String caseNo) {
        var file =
                courses.find(caseNo)
                        .filter(one -> maySupervise(actor, one))
                        .orElseThrow(() -> new NoSuchThing(caseNo));
        if (!file.report().place().path().startsWith(place.path())
                || CaseState.OVER.contains(file.state().code())) {
            throw new InvalidValue("checks/not-open-there", "found", caseNo);
        }
        return file;
    }

    private static boolean maySupervise(Actor actor, CaseFile file) {
        return Policy.decide(actor, Action.SUPERVISE, independent(file)) == Decision.ALLOWED;
    }

    /** Whoever reported or handled a case does not supervise it. */
    static Resource independent(CaseFile file) {
        return new Resource(
                file.report().place().path(),
                file.unitCode(),
                file.report().reporter(),
                Set.copyOf(file.handlers()));
    }

    private CaseFile reported(Place place, Actor actor, String name, FoundThere said) {
        var matter =
                Optional.ofNullable(said.matterCode())
                        .orElseThrow(() -> InvalidValue.missing("matterCode"));
        if (catalogue.matter(matter).isEmpty()) {
            throw new InvalidValue("case/unknown-matter", "matterCode", matter);
        }
        var report =
                new NewReport(
                        Source.SUPERIOR,
                        Text.required("text", said.text(), LONGEST),
                        matter,
                        null,
                        place,
                        Contact.NONE,
                        List.of(),
                        null,
                        null,
                        null,
                        null);
        var opId = UUID.nameUUIDFromBytes(("visit/" + name).getBytes(StandardCharsets.UTF_8));
        var receipt = cases.report(actor, () -> report, operations.of(actor.id(), opId, name));
        var caseNo = json.readTree(receipt.body()).get("caseNo").asString();
        return courses.find(caseNo).orElseThrow();
    }
}
