package org.linli.intake.systems;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.cases.AlreadyReported;
import org.linli.grid.Grid;
import org.linli.intake.Intake;
import org.linli.intake.ReportRequest;
import org.linli.platform.operation.Answer;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.ItemProblems;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what other systems hand over: each concern once by its name there, in their codes. What
 * nobody here knows the meaning of is kept until somebody says it, and acknowledged all the same.
 */
@Component
class HandOvers {

    static final int MOST = 500;

    private static final int LONGEST_ID = 100;

    private final Systems systems;
    private final QuarantineStore quarantine;
    private final Payloads payloads;
    private final Intake intake;
    private final Grid grid;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    HandOvers(
            Systems systems,
            QuarantineStore quarantine,
            Payloads payloads,
            Intake intake,
            Grid grid,
            AuditTrail trail,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.systems = systems;
        this.quarantine = quarantine;
        this.payloads = payloads;
        this.intake = intake;
        this.grid = grid;
        this.trail = trail;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws NoSuchSystem if no system has this code
     * @throws NotYourSystem if another token speaks for it
     * @throws TooManyReports if there are more than {@value #MOST}
     */
    List<Acknowledged> receive(
            Actor actor, String systemCode, List<@Nullable JsonNode> sent, Locale locale) {
        var system = systems.system(systemCode);
        if (!actor.isToken() || system.sender() != null && !system.sender().equals(actor.id())) {
            throw new NotYourSystem(systemCode);
        }
        if (sent.size() > MOST) {
            throw new TooManyReports(sent.size(), MOST);
        }
        return sent.stream().map(one -> received(actor, system, one, locale)).toList();
    }

    private Acknowledged received(
            Actor actor, SendingSystem system, @Nullable JsonNode sent, Locale locale) {
        var name = sent == null ? null : sent.path("externalId").stringValue(null);
        try {
            if (sent == null || !sent.isObject()) {
                throw new InvalidValue("request/field", "reports");
            }
            var one = json.treeToValue(sent, HandedOver.class).withoutEmptyCodes();
            Text.required("externalId", one.externalId(), LONGEST_ID);
            Text.optional("matter", one.matter(), Systems.LONGEST_CODE);
            Text.optional("area", one.area(), Systems.LONGEST_CODE);
            var before = keptBefore(system, one);
            return before.flatMap(row -> settledBefore(row, one))
                    .orElseGet(() -> {
                        var done = taken(actor, system, one);
                        before.ifPresent(row -> waitsNoMore(row, actor, done));
                        return done;
                    });
        } catch (RuntimeException failed) {
            return Acknowledged.rejected(name, ItemProblems.detail(failed, locale));
        }
    }

    private Optional<Quarantined> keptBefore(SendingSystem system, HandedOver one) {
        return AccessContext.asSystem(
                "quarantine", () -> quarantine.find(system.code(), one.externalId()));
    }

    /** What somebody has settled stays so, however often it is sent. */
    private static Optional<Acknowledged> settledBefore(Quarantined before, HandedOver one) {
        if (before.settledAt() == null) {
            return Optional.empty();
        }
        return Optional.of(
                before.caseNo() == null
                        ? Acknowledged.setAside(one.externalId())
                        : Acknowledged.known(one.externalId(), before.caseNo()));
    }

    /**
     * Sent again in a code that has a meaning, it is a case now, and nobody need say what it is.
     */
    private void waitsNoMore(Quarantined before, Actor actor, Acknowledged done) {
        if (done.caseNo() != null) {
            AccessContext.asSystem(
                    "quarantine", () -> settle(before, actor.id(), done.caseNo(), ""));
        }
    }

    private Acknowledged taken(Actor actor, SendingSystem system, HandedOver one) {
        var unknown = unknown(system.code(), one);
        if (unknown == null) {
            return filed(actor, system, one, meant(system.code(), one), clock.instant());
        }
        return filedBefore(system, one)
                .orElseGet(() -> {
                    keep(actor, system, one, unknown);
                    return Acknowledged.quarantined(
                            one.externalId(), unknown.kind() + " " + unknown.theirs());
                });
    }

    /** What is a case already waits for nobody, in whatever code it is sent again. */
    private Optional<Acknowledged> filedBefore(SendingSystem system, HandedOver one) {
        return intake.handedOverBefore(request(system, one, Meant.NOTHING))
                .map(answer -> acknowledged(one, answer));
    }

    /** The first of its codes that means nothing here; null if all do. */
    @Nullable TheirCode unknown(String system, HandedOver one) {
        var matter = one.matter();
        if (matter != null && systems.meaning(system, TheirCode.MATTER, matter) == null) {
            return new TheirCode(TheirCode.MATTER, matter, null, null);
        }
        var area = one.area();
        var hasDegrees = one.lon() != null && one.lat() != null;
        if (area != null && !hasDegrees && systems.meaning(system, TheirCode.AREA, area) == null) {
            return new TheirCode(TheirCode.AREA, area, null, null);
        }
        return null;
    }

    /**
     * What a concern is, in our codes.
     *
     * @param matter null where nobody said
     * @param area null where degrees say it, or nobody
     */
    record Meant(@Nullable String matter, @Nullable Integer conditionNo, @Nullable String area) {

        static final Meant NOTHING = new Meant(null, null, null);
    }

    Meant meant(String system, HandedOver one) {
        var matter =
                one.matter() == null
                        ? null
                        : systems.meaning(system, TheirCode.MATTER, one.matter());
        var area =
                one.area() == null || one.lon() != null
                        ? null
                        : systems.meaning(system, TheirCode.AREA, one.area());
        return new Meant(
                matter == null ? null : matter.ours(),
                matter == null ? null : matter.conditionNo(),
                area == null ? null : area.ours());
    }

    /**
     * Makes a case of it, or finds the one it has become.
     *
     * @param received when it was handed over
     */
    Acknowledged filed(
            Actor actor, SendingSystem system, HandedOver one, Meant meant, Instant received) {
        try {
            var request = request(system, one, meant);
            return acknowledged(one, intake.handOver(actor, request, meant.area(), received));
        } catch (AlreadyReported before) {
            return Acknowledged.known(one.externalId(), before.caseNo().orElse(null));
        }
    }

    private Acknowledged acknowledged(HandedOver one, Answer answer) {
        var receipt = json.readTree(answer.body());
        return Acknowledged.filed(
                one.externalId(),
                receipt.path("caseNo").asString(),
                receipt.path("trackingCode").asString());
    }

    private static ReportRequest request(SendingSystem system, HandedOver one, Meant meant) {
        var name = system.code() + "/" + one.externalId();
        return new ReportRequest(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                meant.matter(),
                meant.conditionNo(),
                one.text(),
                one.lon(),
                one.lat(),
                one.address(),
                system.source(),
                system.code(),
                one.externalId(),
                List.of(),
                one.reporter(),
                null,
                one.occurredAt());
    }

    private void keep(Actor actor, SendingSystem system, HandedOver one, TheirCode unknown) {
        intake.requireSound(actor, request(system, one, Meant.NOTHING));
        var meant = meant(system.code(), one);
        var home = grid.installation();
        var path = intake.pathOf(one.lon(), one.lat(), meant.area()).orElse(home.path());
        var row =
                new Quarantined(
                        home.countyCode(),
                        UUID.randomUUID(),
                        path,
                        system.code(),
                        one.externalId(),
                        clock.instant(),
                        actor.id(),
                        unknown.kind(),
                        unknown.theirs(),
                        "",
                        "",
                        null,
                        null);
        var sealed = payloads.sealed(row, one);
        AccessContext.asSystem(
                "quarantine",
                () ->
                        transaction.executeWithoutResult(_ -> {
                            if (quarantine.add(sealed)) {
                                trail.record(
                                        trail.now(
                                                Act.QUARANTINE_ADD,
                                                Thing.SYSTEM,
                                                row.id().toString()));
                            }
                        }));
    }

    /**
     * Notes what became of something that waited.
     *
     * @param caseNo null if it was set aside
     * @return false if somebody else has, at the same moment; it stays as they said
     */
    boolean settle(Quarantined row, String by, @Nullable String caseNo, String reason) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    var first = quarantine.settle(row, clock.instant(), by, caseNo, reason);
                    if (first) {
                        var id = row.id().toString();
                        trail.record(trail.now(Act.QUARANTINE_SETTLE, Thing.SYSTEM, id));
                    }
                    return first;
                }));
    }
}
