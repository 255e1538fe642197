package org.linli.intake.systems;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.NotPermitted;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.cases.Source;
import org.linli.catalogue.Catalogue;
import org.linli.grid.Grid;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;

/** The front door: the systems that hand over, and what their codes mean here. */
@Component
public class Systems {

    /** What can get a meaning. */
    static final int LONGEST_CODE = 100;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,50}");
    private static final int LONGEST_NAME = 100;

    private final SystemStore store;
    private final Catalogue catalogue;
    private final Grid grid;
    private final AuditTrail trail;

    Systems(SystemStore store, Catalogue catalogue, Grid grid, AuditTrail trail) {
        this.store = store;
        this.catalogue = catalogue;
        this.grid = grid;
        this.trail = trail;
    }

    /**
     * @throws NotPermitted unless the actor is in charge of the whole installation
     */
    public void requireAdministrator(Actor actor) {
        var all = Resource.at(grid.everything());
        if (Policy.decide(actor, Action.INTAKE_ADMINISTER, all) != Decision.ALLOWED) {
            throw new NotPermitted();
        }
    }

    /**
     * @throws NoSuchSystem if no system has this code
     */
    public void require(String code) {
        system(code);
    }

    List<SendingSystem> all() {
        return store.systems();
    }

    /**
     * @throws NoSuchSystem if no system has this code
     */
    SendingSystem system(String code) {
        return store.system(code).orElseThrow(() -> new NoSuchSystem(code));
    }

    /** Registers a system, or says anew what it is; within the caller's transaction. */
    SendingSystem put(SendingSystem system) {
        if (!CODE.matcher(system.code()).matches()) {
            throw new InvalidValue("report/source-system", "code");
        }
        if (Source.of(system.source()).isEmpty()) {
            throw new InvalidValue("report/unknown-source", "source", system.source());
        }
        Text.required("name", system.name(), LONGEST_NAME);
        store.put(system);
        trail.record(trail.now(Act.SYSTEM_CHANGE, Thing.SYSTEM, system.code()));
        return system;
    }

    List<TheirCode> codes(String system) {
        return store.codes(system(system).code());
    }

    /** Says what codes mean; within the caller's transaction. */
    void put(String system, List<TheirCode> codes) {
        system(system);
        codes.forEach(this::requireSound);
        codes.forEach(code -> store.put(system, code));
        trail.record(trail.now(Act.SYSTEM_CHANGE, Thing.SYSTEM, system).records(codes.size()));
    }

    /** What their code means; null where nobody has said, or it is not here any more. */
    @Nullable TheirCode meaning(String system, String kind, String theirs) {
        return store.code(system, kind, theirs)
                .filter(code -> code.ours() != null && isHere(kind, code.ours()))
                .orElse(null);
    }

    boolean isHere(String kind, String ours) {
        return kind.equals(TheirCode.MATTER)
                ? catalogue.matter(ours).isPresent()
                : grid.division(ours).isPresent();
    }

    private void requireSound(TheirCode code) {
        if (!code.kind().equals(TheirCode.MATTER) && !code.kind().equals(TheirCode.AREA)) {
            throw new InvalidValue("request/value", "kind", code.kind());
        }
        Text.required("theirs", code.theirs(), LONGEST_CODE);
        var ours = code.ours();
        if (ours == null) {
            return;
        }
        if (!isHere(code.kind(), ours)) {
            throw new InvalidValue("systems/not-here", "ours", ours);
        }
        var condition = code.conditionNo();
        if (condition != null
                && (code.kind().equals(TheirCode.AREA)
                        || catalogue.condition(ours, condition).isEmpty())) {
            throw new InvalidValue("case/unknown-condition", "conditionNo", condition, ours);
        }
    }
}
