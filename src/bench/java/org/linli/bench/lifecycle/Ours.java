package org.linli.bench.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
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
import org.linli.platform.log.Followers;
import org.linli.platform.operation.Operations;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Linli itself, by the front door of its cases. */
public final class Ours implements Contender {

    /** So many people hold each post of a district; no one of them does everything. */
    private static final int PEOPLE = 300;

    private static final long PAUSE_NANOS = 20_000_000;

    private final Cases cases;
    private final Operations operations;
    private final Followers followers;
    private final JsonMapper json;

    public Ours(ApplicationContext linli) {
        this.cases = linli.getBean(Cases.class);
        this.operations = linli.getBean(Operations.class);
        this.followers = linli.getBean(Followers.class);
        this.json = linli.getBean(JsonMapper.class);
    }

    @Override
    public String name() {
        return "linli";
    }

    /** What is done about a case after its report, in this order. */
    public enum Act {
        FILE,
        DISPATCH,
        HANDLE,
        CHECK,
        CLOSE
    }

    @Override
    public void live(int number) {
        var caseNo = reported(number);
        for (var act : Act.values()) {
            take(act, number, caseNo);
        }
    }

    /** Whoever follows the log has come to its end. */
    @Override
    public void settle() {
        followers.catchUp();
        while (followers.lags().stream().anyMatch(lag -> lag.events() > 0)) {
            LockSupport.parkNanos(PAUSE_NANOS);
            followers.catchUp();
        }
    }

    /** What a resident reports, by the number it is given: a street light is out. */
    public String reported(int number) {
        return reported(number, "12004", 2);
    }

    /** What a resident reports, by its matter and how bad it is. */
    public String reported(int number, String matterCode, int condition) {
        return reported(Actor.ANONYMOUS, Source.RESIDENT, number, matterCode, condition);
    }

    /** By whoever is to, for a report of this number. */
    public void take(Act act, int number, String caseNo) {
        var street = actor(Role.STREET_DISPATCHER, number, null);
        switch (act) {
            case FILE -> take(street, caseNo, step("file", 1, null, null));
            case DISPATCH -> take(street, caseNo, step("dispatch", 2, TestDistrict.LIGHTS, null));
            case HANDLE -> {
                var unit = actor(Role.UNIT_HANDLER, number, TestDistrict.LIGHTS);
                take(unit, caseNo, step("handle", 3, null, "换了灯泡"));
            }
            case CHECK -> {
                // another checker for the same hand each time
                var checker = actor(Role.CHECKER, number / PEOPLE + number, null);
                take(checker, caseNo, step("check", 4, null, null));
            }
            case CLOSE -> take(street, caseNo, step("close", 5, null, null));
        }
    }

    /** What most cases are: found on patrol and solved by the grid itself. */
    public void solvedByGrid(int number) {
        var member = actor(Role.GRID_MEMBER, number, null);
        var caseNo = reported(member, Source.PATROL, number, "12004", 2);
        take(member, caseNo, step("self-handle", 1, null, null));
    }

    private String reported(
            Actor reporter, Source source, int number, String matterCode, int condition) {
        var text = "路灯不亮 " + number;
        var report =
                new NewReport(
                        source,
                        text,
                        matterCode,
                        condition,
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

    private static Actor actor(Role role, int number, @Nullable String unit) {
        var post = new Post(role, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, unit);
        var name = role.code() + number % PEOPLE;
        return new Actor("staff:" + name, name, List.of(post));
    }
}
