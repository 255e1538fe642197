package org.linli.bench.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.cases.Cases;
import org.linli.cases.Contact;
import org.linli.cases.NewReport;
import org.linli.cases.Place;
import org.linli.cases.Placement;
import org.linli.cases.Source;
import org.linli.cases.StepRequest;
import org.linli.platform.geo.Position;
import org.linli.platform.operation.Operations;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Linli itself, by the front door of its cases. */
public final class Ours implements Contender {

    private static final Actor STREET = actor(Role.STREET_DISPATCHER, null);
    private static final Actor UNIT = actor(Role.UNIT_HANDLER, TestDistrict.LIGHTS);
    private static final Actor GRID = actor(Role.GRID_MEMBER, null);
    private static final Actor CHECKER = actor(Role.CHECKER, null);

    private final Cases cases;
    private final Operations operations;
    private final JsonMapper json;

    public Ours(ApplicationContext linli) {
        this.cases = linli.getBean(Cases.class);
        this.operations = linli.getBean(Operations.class);
        this.json = linli.getBean(JsonMapper.class);
    }

    @Override
    public String name() {
        return "linli";
    }

    @Override
    public void live(int number) {
        var caseNo = reported(Actor.ANONYMOUS, Source.RESIDENT, number);
        take(STREET, caseNo, step("file", 1, null, null));
        take(STREET, caseNo, step("dispatch", 2, TestDistrict.LIGHTS, null));
        take(UNIT, caseNo, step("handle", 3, null, "换了灯泡"));
        take(CHECKER, caseNo, step("check", 4, null, null));
        take(STREET, caseNo, step("close", 5, null, null));
    }

    /** What most cases are: found on patrol and solved by the grid itself. */
    public void solvedByGrid(int number) {
        var caseNo = reported(GRID, Source.PATROL, number);
        take(GRID, caseNo, step("self-handle", 1, null, null));
    }

    private String reported(Actor reporter, Source source, int number) {
        var text = "路灯不亮 " + number;
        var report =
                new NewReport(
                        source,
                        text,
                        "12004",
                        2,
                        new Place(
                                Placement.PLACED,
                                new Position(TestDistrict.WEST_LON, TestDistrict.LAT),
                                TestDistrict.COUNTY,
                                TestDistrict.WEST,
                                TestDistrict.WEST_PATH,
                                "灯塔路"),
                        Contact.NONE,
                        List.of(),
                        null,
                        null,
                        null,
                        null);
        var operation = operations.of(reporter.id(), UUID.randomUUID(), text);
        var receipt =
                AccessContext.of(reporter)
                        .call(() -> cases.report(reporter, () -> report, operation));
        return json.readTree(receipt.body()).get("caseNo").asString();
    }

    private void take(Actor actor, String caseNo, StepRequest step) {
        var operation = operations.of(actor.id(), Objects.requireNonNull(step.opId()), step);
        AccessContext.of(actor).run(() -> cases.take(actor, caseNo, step, operation));
    }

    private static StepRequest step(
            String step, int version, @Nullable String unit, @Nullable String answer) {
        return StepRequest.of(UUID.randomUUID(), step, version, unit, answer);
    }

    private static Actor actor(Role role, @Nullable String unit) {
        var post = new Post(role, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, unit);
        return new Actor("staff:" + role.code(), role.code(), List.of(post));
    }
}
