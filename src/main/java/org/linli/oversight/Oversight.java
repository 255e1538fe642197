package org.linli.oversight;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.NotPermitted;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.audit.Trace;
import org.linli.audit.TraceFilter;
import org.linli.audit.TrailCheck;
import org.linli.audit.Verdict;
import org.linli.grid.Grid;
import org.springframework.stereotype.Component;

/** Lets auditors of the whole installation into its trail, and records that they were there. */
@Component
class Oversight {

    private final AuditTrail trail;
    private final TrailCheck check;
    private final Accounts accounts;
    private final Grid grid;

    Oversight(AuditTrail trail, TrailCheck check, Accounts accounts, Grid grid) {
        this.trail = trail;
        this.check = check;
        this.accounts = accounts;
        this.grid = grid;
    }

    /**
     * Events, newest first.
     *
     * @throws NotPermitted unless the actor is an auditor of everything: an event lies nowhere
     */
    List<Trace> read(Actor actor, TraceFilter filter) {
        enter(actor, about(filter));
        return trail.find(filter);
    }

    /**
     * The whole trail, computed again.
     *
     * @throws NotPermitted unless the actor is an auditor of everything
     */
    Verdict check(Actor actor) {
        enter(actor, "");
        return check.run();
    }

    /** The events with the names that their actors go by now. */
    List<ShownTrace> shown(List<Trace> traces) {
        var names = new HashMap<String, Optional<String>>();
        return traces.stream()
                .map(trace ->
                        ShownTrace.of(
                                trace,
                                names.computeIfAbsent(trace.actor(), this::name).orElse(null)))
                .toList();
    }

    private Optional<String> name(String actor) {
        return accounts.find(actor).map(Account::name);
    }

    private void enter(Actor actor, String object) {
        var everything = Resource.at(grid.everything());
        if (Policy.decide(actor, Action.AUDIT_READ, everything) != Decision.ALLOWED) {
            throw new NotPermitted();
        }
        trail.note(trail.now(Act.AUDIT_READ, Thing.TRAIL, object));
    }

    /** Whom or what the auditor asks about. */
    private static String about(TraceFilter filter) {
        var object = filter.object() == null ? filter.actor() : filter.object();
        return object == null ? "" : object;
    }
}
