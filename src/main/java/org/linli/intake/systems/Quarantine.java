package org.linli.intake.systems;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was handed over and waits for somebody to say what it is: shown, released, or set aside. */
@Component
class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private static final int LONGEST_REASON = 500;

    private final QuarantineStore store;
    private final Payloads payloads;
    private final HandOvers handOvers;
    private final Systems systems;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Quarantine(
            QuarantineStore store,
            Payloads payloads,
            HandOvers handOvers,
            Systems systems,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.store = store;
        this.payloads = payloads;
        this.handOvers = handOvers;
        this.systems = systems;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Something that waits, without how to reach anybody.
     *
     * @param kind of the code that means nothing here: {@code matter} or {@code area}
     * @param reporterLeft whether its reporter can be reached
     */
    @Classified(FieldClass.C1)
    record Waiting(
            UUID id,
            String system,
            String externalId,
            Instant receivedAt,
            String kind,
            String theirs,
            @Nullable String matter,
            @Nullable String area,
            String text,
            @Nullable String address,
            @Nullable Double lon,
            @Nullable Double lat,
            boolean reporterLeft) {}

    /** What waits, as far as the actor may settle it, the oldest first. */
    @Classified(FieldClass.C1)
    record Page(List<Waiting> items, int total) {

        Page {
            items = List.copyOf(items);
        }
    }

    /**
     * What somebody says it is.
     *
     * @param outcome {@code release} or {@code set-aside}
     * @param matterCode in place of a code that means nothing
     * @param areaCode likewise
     * @param remember whether their code is to mean that from now on, also for others that wait
     * @param reason why it is set aside
     */
    record Settlement(
            UUID opId,
            String outcome,
            @Nullable String matterCode,
            @Nullable Integer conditionNo,
            @Nullable String areaCode,
            @Nullable Boolean remember,
            @Nullable String reason) {}

    Page waiting(int limit) {
        var rows = store.waiting(limit);
        trail.note(trail.now(Act.QUARANTINE_READ, Thing.DATA, "quarantine").records(rows.size()));
        return new Page(rows.stream().map(this::shown).toList(), store.countWaiting());
    }

    /**
     * Makes a case of something that waits, or sets it aside. Once: whoever comes second finds
     * nothing there.
     *
     * @throws NothingWaits if nothing of this name waits, or nothing for this actor
     */
    Acknowledged settle(Actor actor, UUID id, Settlement said) {
        var row = store.waiting(id).orElseThrow(NothingWaits::new);
        if (Policy.decide(actor, Action.QUARANTINE_SETTLE, Resource.at(row.path()))
                != Decision.ALLOWED) {
            throw new NothingWaits();
        }
        return switch (said.outcome()) {
            case "release" -> released(actor, row, said);
            case "set-aside" -> setAside(actor, row, said);
            case String other -> throw new InvalidValue("request/value", "outcome", other);
        };
    }

    /**
     * Makes cases of all that their system's codes have got a meaning for by now; one that cannot
     * be waits on, and keeps no other waiting.
     *
     * @param by who said what the codes mean
     */
    void retry(String by, String system) {
        AccessContext.asSystem(
                "quarantine", () -> store.waitingFor(system).forEach(row -> retry(by, row)));
    }

    private void retry(String by, Quarantined row) {
        try {
            var one = payloads.opened(row);
            if (handOvers.unknown(row.system(), one) == null) {
                file(by, row, one, handOvers.meant(row.system(), one));
            }
        } catch (Problem refused) {
            LOG.warn("{} waits on: {}", row.id(), refused.toString());
        }
    }

    private Acknowledged setAside(Actor actor, Quarantined row, Settlement said) {
        var reason = Text.required("reason", said.reason(), LONGEST_REASON);
        settleFirst(row, actor.id(), null, reason);
        return Acknowledged.setAside(row.externalId());
    }

    private Acknowledged released(Actor actor, Quarantined row, Settlement said) {
        var one = payloads.opened(row);
        var known = handOvers.meant(row.system(), one);
        var meant =
                new HandOvers.Meant(
                        said.matterCode() == null
                                ? known.matter()
                                : here("matter", said.matterCode()),
                        said.matterCode() == null ? known.conditionNo() : said.conditionNo(),
                        said.areaCode() == null ? known.area() : here("area", said.areaCode()));
        var done = AccessContext.asSystem("quarantine", () -> file(actor.id(), row, one, meant));
        if (Boolean.TRUE.equals(said.remember())) {
            remember(row, one, meant);
            retry(actor.id(), row.system());
        }
        return done;
    }

    private String here(String kind, String code) {
        if (!systems.isHere(kind, code)) {
            throw new InvalidValue("systems/not-here", kind + "Code", code);
        }
        return code;
    }

    private void remember(Quarantined row, HandedOver one, HandOvers.Meant meant) {
        transaction.executeWithoutResult(_ -> {
            var matter = one.matter();
            if (matter != null && meant.matter() != null) {
                var code =
                        new TheirCode(
                                TheirCode.MATTER, matter, meant.matter(), meant.conditionNo());
                systems.put(row.system(), List.of(code));
            }
            var area = one.area();
            if (area != null && meant.area() != null) {
                var code = new TheirCode(TheirCode.AREA, area, meant.area(), null);
                systems.put(row.system(), List.of(code));
            }
        });
    }

    /** It is their token that reported it: who says what it is has not. */
    private Acknowledged file(String by, Quarantined row, HandedOver one, HandOvers.Meant meant) {
        var system = systems.system(row.system());
        var sender = new Actor(row.receivedBy(), system.name(), List.of());
        var received = row.receivedAt();
        var done = handOvers.filed(sender, system, one.reportedBy(received), meant, received);
        settleFirst(row, by, done.caseNo(), "");
        return done;
    }

    private void settleFirst(Quarantined row, String by, @Nullable String caseNo, String reason) {
        if (!handOvers.settle(row, by, caseNo, reason)) {
            throw new NothingWaits();
        }
    }

    private Waiting shown(Quarantined row) {
        var one = payloads.opened(row);
        return new Waiting(
                row.id(),
                row.system(),
                row.externalId(),
                row.receivedAt(),
                row.kind(),
                row.theirs(),
                one.matter(),
                one.area(),
                one.text(),
                one.address(),
                one.lon(),
                one.lat(),
                one.reporter() != null);
    }
}
