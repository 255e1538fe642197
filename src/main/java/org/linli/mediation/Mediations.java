package org.linli.mediation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Clearance;
import org.linli.access.Policy;
import org.linli.access.Post;
import org.linli.access.Purpose;
import org.linli.access.Resource;
import org.linli.access.SecretShownOnce;
import org.linli.access.Told;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.mediation.MediationNews.What;
import org.linli.mediation.MediationStore.Holder;
import org.linli.mediation.MediationStore.Waiting;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The front door: asked for by one, agreed to by the other, led by whoever took it. The parties
 * have no account; the code that is theirs alone opens it, and the system acts for them.
 */
@Component
class Mediations {

    private static final int MOST_LISTED = 200;

    /** For as long as a claim out of an agreement can be brought to court (Civil Code 188). */
    private static final Period KEPT_WITH_RESULT = Period.ofYears(3);

    private static final Period KEPT_WITHOUT = Period.ofDays(30);

    private final MediationStore store;
    private final Cabinet cabinet;
    private final Codes codes;
    private final Grid grid;
    private final Once once;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Mediations(
            MediationStore store,
            Cabinet cabinet,
            Codes codes,
            Grid grid,
            Once once,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.store = store;
        this.cabinet = cabinet;
        this.codes = codes;
        this.grid = grid;
        this.once = once;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What whoever asked keeps.
     *
     * @param code opens it to the applicant: their own, or an invitation for them where somebody of
     *     staff wrote it down
     */
    @Classified(FieldClass.C1)
    record Asked(UUID id, String code, boolean invitation) {}

    /** A code, told once. */
    @Classified(FieldClass.C1)
    record Issued(String code) {}

    /** One that waits for a mediator: where about, since when, and nothing else. */
    @Classified(FieldClass.C1)
    record InQueue(UUID id, String cell, String cellName, LocalDate appliedOn) {}

    /** What came of a step. It is stored with the operation, so it tells nothing that was said. */
    @Classified(FieldClass.C1)
    record Moved(UUID id, int version, MediationState state) {}

    /**
     * Asks for a mediation.
     *
     * @throws SecretShownOnce if it was asked for by this operation before
     */
    Asked apply(Actor actor, NewMediation said) {
        var asked = new AtomicReference<@Nullable Asked>();
        AccessContext.asSystem(
                "asking for a mediation",
                () ->
                        once.create(
                                actor.id(),
                                said.operationId(),
                                said,
                                () -> {
                                    asked.set(applied(actor, said));
                                    return List.of();
                                }));
        return told(asked.get(), said.operationId());
    }

    /** Those in the actor's areas that nobody has taken. */
    List<InQueue> waiting(Actor actor) {
        var areas = Policy.scope(actor, Action.MEDIATE).areaPaths();
        var waiting =
                AccessContext.asSystem(
                        "mediations that wait", () -> store.waiting(areas, MOST_LISTED));
        return waiting.stream().map(this::inQueue).toList();
    }

    /** Those that the actor has taken, and that are not erased yet. */
    Told<List<ShownMediation>> own(Actor actor) {
        var own =
                store.of(actor.id(), MOST_LISTED).stream()
                        .filter(stored -> mayMediate(actor, stored.path()))
                        .map(cabinet::opened)
                        .toList();
        trail.note(trail.now(Act.MEDIATION_READ, Thing.MEDIATION, "own").records(own.size()));
        var where = own.isEmpty() ? Post.EVERYWHERE : own.getFirst().path();
        return clearance(actor, where).tell(own.stream().map(ShownMediation::of).toList());
    }

    /**
     * @throws NoSuchMediation if there is none, or the actor is not its mediator
     */
    Told<ShownMediation> see(Actor actor, UUID id) {
        var mediation = led(actor, id);
        trail.note(trail.now(Act.MEDIATION_READ, Thing.MEDIATION, id.toString()));
        return clearance(actor, mediation.path()).tell(ShownMediation.of(mediation));
    }

    /**
     * Takes one that waits.
     *
     * @throws NoSuchMediation if there is none in the actor's areas
     * @throws StepNotAllowed if somebody else has taken it
     */
    Answer take(Actor actor, UUID id, UUID opId) {
        return AccessContext.asSystem(
                "taking a mediation",
                () ->
                        once.change(
                                actor.id(),
                                opId,
                                List.of("take", id),
                                () -> {
                                    var before = inArea(actor, id);
                                    return moved(
                                            before,
                                            before.takenBy(actor.id(), clock.instant()),
                                            Act.MEDIATION_TAKE);
                                }));
    }

    /**
     * An invitation for the other party, to be handed to nobody else.
     *
     * @throws SecretShownOnce if it was issued by this operation before
     */
    Issued invite(Actor actor, UUID id, UUID opId) {
        var issued = new AtomicReference<@Nullable Issued>();
        // only the mediator sees it at all; the code is nobody's row but the system's
        led(actor, id);
        AccessContext.asSystem(
                "inviting to a mediation",
                () ->
                        once.create(
                                actor.id(),
                                opId,
                                List.of("invite", id),
                                () -> {
                                    var before = led(actor, id);
                                    moved(
                                            before,
                                            before.invited(clock.instant()),
                                            Act.MEDIATION_CODE);
                                    var holder = new Holder(before.key(), Side.OTHER);
                                    issued.set(new Issued(codes.invitation(holder)));
                                    return List.of();
                                }));
        return told(issued.get(), opId);
    }

    /** Takes a step of the mediator's, once. */
    Answer lead(Actor actor, UUID id, LeadingStep said) {
        // only the mediator sees it at all; whom it concerns besides is the system's to tell
        led(actor, id);
        return AccessContext.asSystem(
                "leading a mediation",
                () ->
                        once.change(
                                actor.id(),
                                said.operationId(),
                                List.of(id, said),
                                () -> {
                                    var before = led(actor, id);
                                    var after = said.after(before, clock.instant());
                                    return moved(before, after, Act.MEDIATION_LEAD);
                                }));
    }

    /**
     * Makes a code of one's own of an invitation.
     *
     * @throws NoSuchMediation if it is none, or was used
     */
    Issued redeem(String invitation, UUID opId) {
        return AccessContext.asSystem(
                "a party's own code",
                () -> {
                    var issued = new AtomicReference<@Nullable Issued>();
                    once.create(
                            caller(invitation),
                            opId,
                            "redeem",
                            () -> {
                                issued.set(new Issued(codes.redeemed(invitation)));
                                trail.record(
                                        trail.now(Act.MEDIATION_CODE, Thing.MEDIATION, "party"));
                                return List.of();
                            });
                    return told(issued.get(), opId);
                });
    }

    /**
     * A mediation as the party sees it whose code this is.
     *
     * @throws NoSuchMediation if it is nobody's
     */
    Told<ShownToParty> open(String code) {
        return AccessContext.asSystem(
                "a party's mediation",
                () -> {
                    var holder = codes.holder(code).orElseThrow(NoSuchMediation::new);
                    var mediation = found(holder.key().id());
                    trail.note(
                            trail.now(
                                    Act.MEDIATION_READ,
                                    Thing.MEDIATION,
                                    mediation.key().id().toString()));
                    return Clearance.OF_ONESELF.tell(ShownToParty.of(mediation, holder.side()));
                });
    }

    /** Takes a step of a party's, once. */
    Answer answer(String code, PartyStep said) {
        return AccessContext.asSystem(
                "a party's step",
                () -> {
                    var holder = codes.holder(code).orElseThrow(NoSuchMediation::new);
                    return once.change(
                            caller(code),
                            said.operationId(),
                            said,
                            () -> {
                                var before = found(holder.key().id());
                                var after = said.after(before, holder.side(), clock.instant());
                                var moved = moved(before, after, Act.MEDIATION_ANSWER);
                                after.newsSince(before).ifPresent(events::publishEvent);
                                return moved;
                            });
                });
    }

    private Asked applied(Actor actor, NewMediation said) {
        var mediation = said.mediation(grid, clock.instant());
        store.add(mediation, cabinet.sealed(mediation));
        trail.record(
                trail.now(Act.MEDIATION_APPLY, Thing.MEDIATION, mediation.key().id().toString()));
        events.publishEvent(mediation.news(What.ASKED, actor.id()));
        var holder = new Holder(mediation.key(), Side.APPLICANT);
        var code = actor.isAnonymous() ? codes.own(holder) : codes.invitation(holder);
        return new Asked(mediation.key().id(), code, !actor.isAnonymous());
    }

    private Moved moved(Mediation before, Mediation after, Act act) {
        if (!store.move(after, cabinet.sealed(after), eraseAt(after))) {
            throw new OldVersion(before.version(), after.version());
        }
        trail.record(trail.now(act, Thing.MEDIATION, after.key().id().toString()));
        ApplicantNews.of(after).ifPresent(events::publishEvent);
        return new Moved(after.key().id(), after.version(), after.state());
    }

    private static @Nullable Instant eraseAt(Mediation mediation) {
        var ended = mediation.endedAt();
        if (ended == null) {
            return null;
        }
        var kept = mediation.hasResult() ? KEPT_WITH_RESULT : KEPT_WITHOUT;
        return ended.atOffset(ZoneOffset.UTC).plus(kept).toInstant();
    }

    private Mediation inArea(Actor actor, UUID id) {
        var mediation = found(id);
        if (!mayMediate(actor, mediation.path())) {
            throw new NoSuchMediation();
        }
        return mediation;
    }

    /** Whoever lost the post by which they took it leads it no longer. */
    private Mediation led(Actor actor, UUID id) {
        var mediation = inArea(actor, id);
        if (!actor.id().equals(mediation.mediator())) {
            throw new NoSuchMediation();
        }
        return mediation;
    }

    private Mediation found(UUID id) {
        return store.find(id).map(cabinet::opened).orElseThrow(NoSuchMediation::new);
    }

    private static boolean mayMediate(Actor actor, String path) {
        return Policy.actingAs(actor, Action.MEDIATE, Resource.at(path)).isPresent();
    }

    private static Clearance clearance(Actor actor, String path) {
        return Policy.clearance(
                actor,
                Action.MEDIATE,
                Resource.at(path).with(FieldClass.C2),
                Purpose.OPEN_TASK,
                Circumstances.USUAL);
    }

    private InQueue inQueue(Waiting waiting) {
        var name = grid.division(waiting.cellCode()).map(Division::name);
        return new InQueue(
                waiting.id(),
                waiting.cellCode(),
                name.orElse(waiting.cellCode()),
                LocalDate.ofInstant(waiting.appliedAt(), zone));
    }

    /** Whose operation it is, without the code itself. */
    private static String caller(String code) {
        var name = "mediation:" + code.strip();
        return "party:" + UUID.nameUUIDFromBytes(Codes.hash(name));
    }

    private static <T> T told(@Nullable T made, UUID opId) {
        if (made == null) {
            throw new SecretShownOnce(opId);
        }
        return made;
    }
}
